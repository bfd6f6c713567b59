package org.wirt.restv2;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;
import org.wirt.value.Refused;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says why something was not done.
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /// Where nothing but the body names anything: what is missing is not what was asked for.
    private static final Set<String> MAKING = Set.of(
            "/api/v2/clients",
            "/api/v2/domains",
            "/api/v2/ftpusers",
            "/api/v2/databases",
            "/api/v2/dbusers",
            "/api/v2/auth/keys");

    @ExceptionHandler(Failed.class)
    ResponseEntity<Wrong> failed(Failed failed, HttpServletRequest request) {
        return answer(status(failed.number(), request), failed.number(), failed.text());
    }

    private static HttpStatus status(int number, HttpServletRequest request) {
        boolean making = HttpMethod.POST.matches(request.getMethod()) && MAKING.contains(request.getRequestURI());
        return switch (number) {
            case ErrorNumbers.MISSING -> making ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND;
            case ErrorNumbers.NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.BAD_REQUEST;
        };
    }

    @ExceptionHandler(Misnamed.class)
    ResponseEntity<Wrong> misnamed(Misnamed misnamed) {
        return answer(
                HttpStatus.BAD_REQUEST,
                misnamed.failed().number(),
                misnamed.failed().text());
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Wrong> refused(Refused refused, HttpServletRequest request) {
        return failed(new Failed(ErrorNumbers.MISSING, "Object does not exist"), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Wrong> noNumber() {
        return answer(HttpStatus.NOT_FOUND, HttpStatus.NOT_FOUND.value(), "Object does not exist");
    }

    /// A NUL, or what is no UTF-8.
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Wrong> noText() {
        return answer(HttpStatus.BAD_REQUEST, HttpStatus.BAD_REQUEST.value(), "A parameter of the address is no text.");
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeException.class})
    ResponseEntity<Wrong> unreadable(Exception e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown)
            return answer(
                    HttpStatus.BAD_REQUEST,
                    ErrorNumbers.MALFORMED,
                    "The property " + unknown.getPropertyName() + " is not known here.");
        return answer(
                HttpStatus.BAD_REQUEST, HttpStatus.BAD_REQUEST.value(), "The body is not the JSON object expected.");
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<Wrong> missing(MissingServletRequestParameterException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                HttpStatus.BAD_REQUEST.value(),
                "The parameter " + e.getParameterName() + " is required.");
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<Wrong> otherMethod(HttpRequestMethodNotSupportedException e) {
        return answer(
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.METHOD_NOT_ALLOWED.value(),
                "The method " + e.getMethod() + " is not known here.");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Wrong> fault(Exception e, HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                "Operation failed; the log says why: " + reference);
    }

    private static ResponseEntity<Wrong> answer(HttpStatus status, int code, String message) {
        return ResponseEntity.status(status).body(new Wrong(code, message));
    }
}
