package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// By which methods a path can be asked that was asked by another.
@Component
class OtherWays {

    private final ObjectProvider<RequestMappingHandlerMapping> controllers;

    OtherWays(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    Set<HttpMethod> others(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        var methods = new TreeSet<RequestMethod>();
        for (var mapping : controllers.stream().toList())
            mapping.getHandlerMethods().forEach((info, _) -> {
                var patterns = info.getPathPatternsCondition();
                if (patterns != null && patterns.getPatterns().stream().anyMatch(one -> one.matches(path)))
                    methods.addAll(info.getMethodsCondition().getMethods());
            });
        return methods.stream().map(RequestMethod::asHttpMethod).collect(Collectors.toSet());
    }
}
