package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The form that calls a domain otherwise.
@Controller
class RenameController {

    private final Sites sites;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    RenameController(Sites sites, Deeds deeds, ScopedTransaction transaction) {
        this.sites = sites;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/sites/{id}/name")
    ModelAndView name(Visit visit, @PathVariable long id) {
        return form(visit, id, null);
    }

    @PostMapping("/sites/{id}/name")
    ModelAndView named(Visit visit, @PathVariable long id) {
        var site = find(visit, id);
        return deeds.answer(visit, "site.rename", id, site.name(), list(visit, site), typed -> form(visit, id, typed));
    }

    private Site find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> sites.one(id));
    }

    /// @param typed what was wrong; none: what there is
    private ModelAndView form(Visit visit, long id, @Nullable Form typed) {
        var t = visit.t();
        var site = find(visit, id);
        Visits.needs(visit, Right.SITES);
        var form = typed == null ? Form.of(Map.of("domain", site.name())) : typed;
        var field = Field.text("domain", t.of("web.hosting.rename"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(253)
                .focused(form.errors().isEmpty());
        return HostingForms.page(
                visit,
                t.of("web.heading.one.site.rename", site.name()),
                t.of("web.hosting.rename.what"),
                "/sites/" + id + "/name",
                form,
                List.of(field),
                0,
                list(visit, site));
    }

    private static String list(Visit visit, Site site) {
        return Ways.within(visit, "site", site.space().id());
    }
}
