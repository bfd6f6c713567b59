package org.wirt.restv2;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.dialect.Exchange;
import tools.jackson.databind.json.JsonMapper;

/// Long lists, written as they are read: this dialect knows no pages.
@Component
class Streamed {

    private static final int BATCH = 500;

    private final JsonMapper json;
    private final ScopedTransaction transaction;

    Streamed(JsonMapper json, ScopedTransaction transaction) {
        this.json = json;
        this.transaction = transaction;
    }

    interface Numbers {
        /// The next so many in their order; called within a scoped transaction.
        List<Long> after(long last, int most);
    }

    /// @param read what is told of some, in their order; called within a scoped transaction
    void write(
            HttpServletResponse response,
            Exchange exchange,
            List<Numbers> parts,
            Function<List<Long>, Collection<?>> read)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        // Not closed after a fault: half an array must not look like a whole one.
        var array = json.writer().writeValuesAsArray(response.getOutputStream());
        for (var numbers : parts) {
            long last = 0;
            List<Long> ids;
            do {
                long from = last;
                ids = transaction.read(exchange.scope(), () -> numbers.after(from, BATCH));
                if (ids.isEmpty()) break;
                var some = ids;
                array.writeAll(transaction.read(exchange.scope(), () -> read.apply(some)));
                last = ids.getLast();
            } while (ids.size() == BATCH);
        }
        array.close();
    }
}
