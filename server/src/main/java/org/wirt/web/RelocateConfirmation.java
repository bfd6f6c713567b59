package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Relocating;
import org.wirt.hosting.Space;
import org.wirt.web.PlainConfirmation.Asked;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;

/// Where to, and what becomes of the customer meanwhile.
@Component
class RelocateConfirmation implements Confirmation {

    /// Nothing is there under this number, so that a choice that is missing is the only thing said of it.
    private static final String NOWHERE = "0";

    private final PlainConfirmation plain;
    private final Relocating relocating;
    private final ScopedTransaction transaction;

    RelocateConfirmation(PlainConfirmation plain, Relocating relocating, ScopedTransaction transaction) {
        this.plain = plain;
        this.relocating = relocating;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of("subscription.relocate");
    }

    @Override
    public Map<String, List<String>> unanswered() {
        return Map.of("node", List.of(NOWHERE));
    }

    @Override
    public ModelAndView page(Deed deed) {
        var t = deed.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", "–"));
        transaction.read(deed.visit().scope(), relocating::nodes).forEach((id, name) -> {
            if (id != here(deed)) options.add(new Option(String.valueOf(id), name));
        });
        var node = Field.choice("node", t.of("web.relocate.node"), options)
                .from(deed.form())
                .needed()
                .help(t.of("web.relocate.help"));
        var soon = Field.of("checkbox", "soon", t.of("web.relocate.soon"))
                .from(deed.form())
                .help(t.of("web.relocate.soon.help"));
        return plain.page(deed, Asked.of(List.of(t.of("web.relocate.warning")), List.of(node, soon)));
    }

    /// Where a single one is already; nobody's number for several.
    private static long here(Deed deed) {
        return deed.preview().isOfOne() && deed.first() instanceof Space space ? space.node() : 0;
    }
}
