package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wirt.operation.Inputs;
import org.wirt.operation.Operations;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What is wrong with one field of a form, told when it is left: its value alone, as the verb would read it. What
/// depends on other fields or on what is stored is looked at when the form is sent.
@Controller
class CheckController {

    private final Operations operations;

    CheckController(Operations operations) {
        this.operations = operations;
    }

    /// The sentence, or nothing where the value is good.
    @PostMapping("/check/{verb}")
    ResponseEntity<String> check(Visit visit, @PathVariable String verb) {
        var input = operations.permitted(verb, visit.caller()).input();
        var field = visit.parameter("field");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(wrong(input, field, visit.parameter("value")).stream()
                        .filter(refusal -> refusal.field().orElse("").equals(field))
                        .findFirst()
                        .map(refusal -> Words.sentence(visit.t(), refusal))
                        .orElse(""));
    }

    private static List<Refusal> wrong(Class<? extends Record> input, String field, String value) {
        try {
            Inputs.read(input, Map.of(field, List.of(value)));
            return List.of();
        } catch (Refused refused) {
            return refused.refusals();
        }
    }
}
