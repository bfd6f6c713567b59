package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.operation.Operand;
import org.wirt.operation.Preview;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.web.ui.ConfirmPage;
import org.wirt.web.ui.Form;

/// Sites are switched on and off without further questions: no end date, no letter.
@Component
class SiteConfirmation implements Confirmation {

    @Override
    public List<String> verbs() {
        return List.of("site.suspend", "site.activate");
    }

    @Override
    public <T extends Operand, I extends Record> ModelAndView page(
            Visit visit,
            Verbs.Known<T, I> verb,
            Selection selection,
            Preview<T> preview,
            Form form,
            org.wirt.web.ui.Selection picture) {
        var t = visit.t();
        var rows = preview.rows().stream()
                .map(r -> PlainConfirmation.row(t, "site", r))
                .toList();
        var heading = preview.isOfOne()
                ? t.of(
                        "web.heading.one." + verb.name(),
                        preview.rows().getFirst().target().name())
                : t.of("web.heading.many." + verb.name(), preview.total());
        var page = new ConfirmPage(
                visit.frame().beneath(heading),
                visit.wantsFragment(),
                ConfirmPage.Kind.PLAIN,
                verb.name(),
                heading,
                List.of(),
                List.of(),
                rows,
                preview.unseen(),
                List.of(),
                List.of(),
                List.of(),
                false,
                picture,
                form,
                t.of("verb." + verb.name()),
                visit.returnTo("/domains"));
        return new ModelAndView("bulk/confirm", "page", page);
    }
}
