package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;

/// Why something was not done (RFC 9457): its code stays, its sentence is in the caller's language.
///
/// @param type   `urn:wirt:problem:` and the code of the first reason
/// @param title  the kind of problem
/// @param detail the first reason, as a sentence
/// @param errors all of them, where they are about fields
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable List<Wrong> errors) {

    /// @param field  of the input
    /// @param code   the same in every language
    /// @param detail a sentence
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wrong(@Nullable String field, String code, String detail) {}

    static ResponseEntity<Problem> of(Texts t, List<Refusal> refusals) {
        var first = refusals.getFirst();
        var errors = refusals.stream()
                .map(one -> new Wrong(one.field().orElse(null), one.code(), sentence(t, one)))
                .toList();
        boolean aboutFields = refusals.stream().anyMatch(one -> one.field().isPresent());
        return answer(Statuses.of(first.kind()), first.code(), sentence(t, first), t, aboutFields ? errors : null);
    }

    /// @param code with a sentence of its own at this door
    static ResponseEntity<Problem> of(Texts t, HttpStatus status, String code, Object... gaps) {
        return answer(status, code, t.of("rest." + code, gaps), t, null);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, String code, String detail, Texts t, @Nullable List<Wrong> errors) {
        var problem = new Problem(
                URI.create("urn:wirt:problem:" + code),
                t.of("rest.title." + status.value()),
                status.value(),
                detail,
                errors);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static String sentence(Texts t, Refusal refusal) {
        return refusal.kind() == Refusal.Kind.NOT_FOUND
                ? t.of("rest.not-found")
                : t.of(refusal.key(), refusal.gaps().toArray());
    }
}
