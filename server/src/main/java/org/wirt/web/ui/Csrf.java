package org.wirt.web.ui;

/// The token against forged requests: as a form field and as a request header, which need not be the same text.
public record Csrf(String field, String header, String headerValue) {

    public static Csrf of(String token) {
        return new Csrf(token, "X-XSRF-TOKEN", token);
    }
}
