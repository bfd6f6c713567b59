package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Gives controllers their [Visit].
@Configuration(proxyBeanMethods = false)
class Visits implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Frames frames;

    Visits(Frames frames) {
        this.frames = frames;
    }

    /// Pages of a higher level answer like missing ones.
    static void from(Visit visit, Level needed) {
        if (!visit.level().reaches(needed)) throw new Refused(Refusal.notFound());
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
            return new Visit(request, in.session(), in.token(), frames.inside(request, in.session()));
        }
        throw new Refused(Refusal.notFound());
    }
}
