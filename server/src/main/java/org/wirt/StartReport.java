package org.wirt;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why the panel does not start. What is not foreseen keeps Spring Boot's full report.
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var line = Wirt.refusal(failure).map(Throwable::getMessage).or(() -> takenMeanwhile(failure));
        line.ifPresent(System.err::println);
        return line.isPresent();
    }

    private static Optional<String> takenMeanwhile(Throwable failure) {
        return failure instanceof PortInUseException taken
                ? Optional.of(
                        "Port " + taken.getPort() + " is taken; set WIRT_HTTP_PORT or WIRT_HTTPS_PORT to another one")
                : Optional.empty();
    }
}
