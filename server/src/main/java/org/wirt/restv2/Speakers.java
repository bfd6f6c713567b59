package org.wirt.restv2;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;

/// Gives controllers the [Exchange] of whoever was let in.
@Configuration(proxyBeanMethods = false)
class Speakers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String NAME = Speakers.class.getName();

    static void remember(HttpServletRequest request, Exchange exchange) {
        request.setAttribute(NAME, exchange);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Exchange.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var exchange = web.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
        if (exchange == null) throw new Failed(ErrorNumbers.NOT_PERMITTED, "Permission denied.");
        return exchange;
    }
}
