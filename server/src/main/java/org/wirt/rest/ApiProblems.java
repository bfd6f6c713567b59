package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What a program reads when something cannot be done: never a page. Missing and foreign objects, unknown paths and ids
/// that are none answer alike; a method that a path does not have is named as such.
@RestController
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Wording wording;
    private final OtherWays ways;

    ApiProblems(Wording wording, OtherWays ways) {
        this.wording = wording;
        this.ways = ways;
    }

    /// Whatever no other method here answers.
    @RequestMapping({"/api", "/api/**"})
    ResponseEntity<Problem> missing(HttpServletRequest request) {
        var others = ways.others(request);
        if (others.isEmpty()) throw new Refused(Refusal.notFound());
        var answer = Problem.of(wording.of(request), HttpStatus.METHOD_NOT_ALLOWED, "method", request.getMethod());
        return ResponseEntity.status(answer.getStatusCode())
                .allow(others.toArray(HttpMethod[]::new))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        return Problem.of(wording.of(request), refused.refusals());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Problem> noId(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        boolean asked = e.getParameter().hasParameterAnnotation(RequestParam.class);
        var refusal = asked ? Refusal.invalid(e.getName(), "number-form") : Refusal.notFound();
        return refused(new Refused(refusal), request);
    }

    /// A NUL, or what is no UTF-8.
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Problem> noText(HttpServletRequest request) {
        return Problem.of(wording.of(request), HttpStatus.BAD_REQUEST, "no-text");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Problem> otherType(HttpServletRequest request) {
        return Problem.of(wording.of(request), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unreadable");
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<Problem> unacceptable(HttpServletRequest request) {
        return Problem.of(wording.of(request), HttpStatus.NOT_ACCEPTABLE, "unacceptable");
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
