package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wirt.listing.Narrowable;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Gives controllers their [Call], where its token is for what they show.
@Configuration(proxyBeanMethods = false)
class Calls implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Wording wording;

    Calls(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request != null && SecurityContextHolder.getContext().getAuthentication() instanceof Programs.Shown shown) {
            refuseRepeated(request);
            var call = new Call(request, shown.program(), wording.of(request));
            var reading = parameter.getMethodAnnotation(Reading.class);
            if (reading != null) call.looksAt(reading.value());
            if (HttpMethod.GET.matches(request.getMethod())) refuseUnread(request, parameter, reading);
            return call;
        }
        throw new Refused(Refusal.notFound());
    }

    /// A list that is read page by page looks at its words itself; any other would pass over all that it does not take.
    private static void refuseUnread(HttpServletRequest request, MethodParameter parameter, @Nullable Reading reading) {
        if (reading != null && reading.list() != Narrowable.class) return;
        var read = Arrays.stream(Objects.requireNonNull(parameter.getMethod()).getParameters())
                .filter(one -> one.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .sorted()
                .toList();
        for (var said : request.getParameterMap().keySet())
            if (!read.contains(said))
                throw new Refused(
                        read.isEmpty()
                                ? Refusal.invalid(said, "query-none")
                                : Refusal.invalid(said, "filter-unknown", String.join(", ", read)));
    }

    /// Only the first would be heeded, and the others passed over without a word.
    private static void refuseRepeated(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) throw new Refused(Refusal.invalid(name, "one-word"));
        });
    }
}
