package org.wirt.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Deny by default. Signing in is our own (sessions in the database); the framework guards paths, forged requests and
/// response headers.
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// Nobody reads measurements of single filters, and taking them costs each request more than the filters.
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    /// A NUL is in nothing that people type, and no database keeps one. Headers are read byte by byte: those above 0x7f
    /// are letters in UTF-8, some of them passwords.
    @Bean
    HttpFirewall wall() {
        var wall = new StrictHttpFirewall();
        wall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        wall.setAllowedHeaderValues(value -> value.chars().allMatch(Security::isPrintable));
        return wall;
    }

    private static boolean isPrintable(int character) {
        return character == '\t' || (character >= FIRST_PRINTABLE && character != DELETE);
    }

    @Bean
    SecurityFilterChain guard(HttpSecurity http, SessionCookies sessions) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                RemoteEntryController.TOKEN,
                                RemoteEntryController.FORM,
                                "/forgot-password",
                                "/set-password/**",
                                "/language",
                                "/theme",
                                "/error",
                                "/actuator/health",
                                "/*.css",
                                "/*.js",
                                "/*.svg",
                                "/*.ico",
                                "/vendor/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(new SignInFirst()))
                .csrf(csrf ->
                        csrf.spa().ignoringRequestMatchers(RemoteEntryController.TOKEN, RemoteEntryController.FORM))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(hsts -> hsts.disable()))
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> {})
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .sessionManagement(management -> management.disable())
                .build();
    }
}
