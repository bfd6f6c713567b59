package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// One deed from a form on one object: done, or why not, so that the form can be shown again with what was typed.
@Component
class Deeds {

    private final Operations operations;

    Deeds(Operations operations) {
        this.operations = operations;
    }

    /// @return empty when it is done or was so already; what does not exist for this visitor answers as missing
    List<Refusal> tried(Visit visit, String verb, long id, Map<String, List<String>> parameters) {
        try {
            operations.start(operations.permitted(verb, visit.caller()), Selection.one(id), parameters, visit.caller());
            return List.of();
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return refused.refusals();
        }
    }

    List<Refusal> tried(Visit visit, String verb, long id) {
        return tried(visit, verb, id, visit.parameters());
    }
}
