package org.wirt.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What somebody is told whose request reaches neither a page nor a site, such as a path outside of everything: the
/// status in its own words, and not which product says so in which version.
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported())
            return;
        try {
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            var writer = response.getReporter();
            if (writer == null) return;
            writer.write(words(status));
            response.finishResponse();
        } catch (IOException _) {
            // Whoever asked is gone.
        }
    }

    private static String words(int status) {
        var known = HttpStatus.resolve(status);
        return status + (known == null ? "" : " " + known.getReasonPhrase()) + "\n";
    }
}
