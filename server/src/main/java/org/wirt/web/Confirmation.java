package org.wirt.web;

import java.util.List;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.operation.Operand;
import org.wirt.operation.Preview;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.web.ui.Form;

/// How a verb is previewed and confirmed, where the plain way does not do.
interface Confirmation {

    /// How many rows a preview shows by name.
    int ROWS = 200;

    List<String> verbs();

    /// Must something be answered before the verb may be applied, although it was sent?
    default boolean asks(Visit visit, Verbs.Known<?, ?> verb, Selection selection) {
        return false;
    }

    <T extends Operand, I extends Record> ModelAndView page(
            Visit visit,
            Verbs.Known<T, I> verb,
            Selection selection,
            Preview<T> preview,
            Form form,
            org.wirt.web.ui.Selection picture);
}
