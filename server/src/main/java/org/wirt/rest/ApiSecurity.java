package org.wirt.rest;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.wirt.access.ApiTokens;
import org.wirt.access.Pace;
import org.wirt.database.Settings;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything below `/api` wants a token and nothing else: no cookie counts there, so that no page can be used to ask.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String PACE = "WIRT_API_REQUESTS_PER_MINUTE";
    private static final int USUAL_PACE = 1_200;

    /// Before the framework's own guard, which refuses by itself.
    @Bean
    FilterRegistrationBean<ProblemsAlone> problemsAlone(Wording wording, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new ProblemsAlone(wording, json));
        filter.addUrlPatterns("/api", "/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /// Of a field that is said twice one would be passed over.
    @Bean
    JsonMapperBuilderCustomizer eachFieldOnce() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, ApiTokens tokens, Settings settings, Wording wording, JsonMapper json) throws Exception {
        var pace = new Pace(settings.number(PACE, USUAL_PACE));
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(Description.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new Programs(tokens, pace, wording, json), AuthorizationFilter.class)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .anonymous(anonymous -> anonymous.disable())
                .build();
    }
}
