package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;

/// How a verb is previewed and confirmed, where the plain way does not do.
interface Confirmation {

    /// How many rows a preview shows by name.
    int ROWS = 200;

    List<String> verbs();

    /// Must something be answered before the verb may be applied, although it was sent?
    default boolean asks(Visit visit, Verbs.Known<?, ?> verb, Selection selection) {
        return false;
    }

    /// What stands in for answers that nobody has given yet, so that the targets can be judged before the first.
    default Map<String, List<String>> unanswered() {
        return Map.of();
    }

    ModelAndView page(Deed deed);
}
