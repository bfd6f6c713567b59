package org.wirt.restv2;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import tools.jackson.databind.json.JsonMapper;

/// Each request says who sends it; no cookie counts here, so that no page can be used to send one.
@Configuration(proxyBeanMethods = false)
class OldRestSecurity {

    static final String PATHS = "/api/v2/**";

    /// Some clients write one behind the address.
    private static final UrlHandlerFilter WITHOUT_SLASH =
            UrlHandlerFilter.trailingSlashHandler(PATHS).wrapRequest().build();

    /// Before the framework's own guard, which refuses by itself.
    @Bean
    FilterRegistrationBean<JsonAlone> jsonAlone(JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new JsonAlone(json));
        filter.addUrlPatterns("/api/v2", "/api/v2/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    @Order(0)
    SecurityFilterChain oldRest(HttpSecurity http, Credentials credentials, JsonMapper json) throws Exception {
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new Letting(credentials, json), AuthorizationFilter.class)
                .addFilterAfter(WITHOUT_SLASH, Letting.class)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .build();
    }
}
