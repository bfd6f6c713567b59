package org.wirt.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders the compiled templates. A view's name is its template, its one model attribute `page` the template's record;
/// a fragment may name its parameters otherwise.
@Component
class Pages implements ViewResolver, Ordered {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "jte.wirt");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
        return new Page(name + ".jte");
    }

    private final class Page implements View {

        private final String template;

        Page(String template) {
            this.template = template;
        }

        /// Without a content type, negotiation would pass this view over.
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new PageBytes();
            templates.render(template, parameters(model), output);
            response.setContentType(getContentType());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Vary", "HX-Request, Cookie, Accept-Language");
            response.setContentLength(output.length());
            output.writeTo(response.getOutputStream());
        }

        private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
            if (model == null) return Map.of();
            var parameters = new java.util.HashMap<String, Object>();
            model.forEach((name, value) -> {
                if (value != null && !name.startsWith("org.springframework")) parameters.put(name, value);
            });
            return parameters;
        }
    }
}
