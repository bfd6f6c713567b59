package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What a program reads when something cannot be done: never a page. Missing and foreign objects, unknown paths and ids
/// that are none answer alike.
@RestController
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Wording wording;

    ApiProblems(Wording wording) {
        this.wording = wording;
    }

    /// Whatever no other method here answers.
    @RequestMapping({"/api", "/api/**"})
    ResponseEntity<Problem> missing() {
        throw new Refused(Refusal.notFound());
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        return Problem.of(wording.of(request), refused.refusals());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Problem> noId(HttpServletRequest request) {
        return refused(new Refused(Refusal.notFound()), request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeException.class})
    ResponseEntity<Problem> unreadable(HttpServletRequest request) {
        return Problem.of(wording.of(request), HttpStatus.BAD_REQUEST, "unreadable");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> fault(Exception e, HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return Problem.of(wording.of(request), HttpStatus.INTERNAL_SERVER_ERROR, "fault", reference);
    }
}
