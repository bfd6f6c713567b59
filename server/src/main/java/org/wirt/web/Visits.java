package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.Sessions;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Flash;

/// Gives controllers their [Visit].
@Configuration(proxyBeanMethods = false)
class Visits implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Frames frames;
    private final Sessions sessions;

    Visits(Frames frames, Sessions sessions) {
        this.frames = frames;
        this.sessions = sessions;
    }

    /// Pages of a higher level answer like missing ones.
    static void from(Visit visit, Level needed) {
        if (!visit.level().reaches(needed)) throw new Refused(Refusal.notFound());
    }

    /// Pages that a user role does not grant say so.
    static void needs(Visit visit, Right right) {
        if (!visit.caller().rights().has(right)) throw new Refused(Refusal.notPermitted("role-too-low"));
    }

    /// The account somebody worked in is no longer his to work in. What he sees next is his own; what he sent was meant
    /// for the other, so it is not done.
    private void endVisit(HttpServletRequest request, SignedIn in, String name) {
        sessions.actFor(in.token(), Optional.empty());
        if (!request.getMethod().equals("GET")) throw new Refused(Refusal.state("visit-ended", name));
        var t = frames.outside(request).t();
        Flashes.keep(request, Flash.problem(t.of("refusal.visit-ended", name)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new IllegalStateException("not over HTTP");
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in) {
            in.session().ended().ifPresent(name -> endVisit(request, in, name));
            return new Visit(request, in.session(), in.token(), frames.inside(request, in.session()));
        }
        throw new Refused(Refusal.notFound());
    }
}
