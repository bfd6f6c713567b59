package org.wirt.rest;

import org.springframework.http.HttpStatus;
import org.wirt.value.Refusal;

/// What a kind of no is in HTTP (RFC 9110 15.5).
final class Statuses {

    private Statuses() {}

    static HttpStatus of(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case STATE, LIMIT -> HttpStatus.CONFLICT;
        };
    }
}
