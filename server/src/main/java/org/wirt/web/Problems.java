package org.wirt.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.ErrorPage;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.Link;

/// What the reader sees when something cannot be done: the refusal's sentence, or that something went wrong. Missing
/// and foreign objects, unknown paths and ids that are no ids answer alike; what was stopped before any page of ours
/// (a form without its token, a request that cannot be read) is told in the reader's words as well.
@Controller
@ControllerAdvice
class Problems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Frames frames;

    Problems(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        var frame = frame(request);
        var why = refused.first();
        var detail = why.kind() == Refusal.Kind.NOT_FOUND ? null : Words.sentence(frame.t(), why);
        return switch (why.kind()) {
            case NOT_FOUND -> page(frame, ErrorPage.Kind.NOT_FOUND, detail, null, HttpStatus.NOT_FOUND);
            case NOT_PERMITTED -> page(frame, ErrorPage.Kind.FORBIDDEN, detail, null, HttpStatus.FORBIDDEN);
            case INVALID, STATE, LIMIT -> page(frame, ErrorPage.Kind.CONFLICT, detail, null, HttpStatus.CONFLICT);
        };
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ModelAndView missing(HttpServletRequest request) {
        return page(frame(request), ErrorPage.Kind.NOT_FOUND, null, null, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        HttpMediaTypeException.class,
        InvalidParameterException.class,
        RequestRejectedException.class
    })
    ModelAndView unreadable(HttpServletRequest request) {
        return page(frame(request), ErrorPage.Kind.UNREADABLE, null, null, HttpStatus.BAD_REQUEST);
    }

    @RequestMapping("/error")
    ModelAndView stopped(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null) status = HttpStatus.INTERNAL_SERVER_ERROR;
        return page(frame(request), kind(status), null, null, status);
    }

    private static ErrorPage.Kind kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> ErrorPage.Kind.NOT_FOUND;
            case FORBIDDEN -> ErrorPage.Kind.FORGED;
            default -> status.is4xxClientError() ? ErrorPage.Kind.UNREADABLE : ErrorPage.Kind.SERVER;
        };
    }

    @ExceptionHandler(Exception.class)
    ModelAndView fault(Exception e, HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return page(frame(request), ErrorPage.Kind.SERVER, null, reference, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private Frame frame(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in
                ? frames.inside(request, in.session())
                : frames.outside(request);
    }

    private static ModelAndView page(
            Frame frame,
            ErrorPage.Kind kind,
            @org.jspecify.annotations.Nullable String detail,
            @org.jspecify.annotations.Nullable String reference,
            HttpStatus status) {
        var t = frame.t();
        var home = Optional.ofNullable(frame.person())
                .map(_ -> new Link(t.of("web.nav.home"), "/"))
                .orElse(null);
        var titled = frame.titled(t.of("web.error." + kind.word()));
        var view = new ModelAndView("error", "page", new ErrorPage(titled, kind, detail, reference, home));
        view.setStatus(status);
        return view;
    }
}
