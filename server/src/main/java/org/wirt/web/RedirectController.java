package org.wirt.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.speech.Texts;
import org.wirt.value.WebAddress;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;

/// The form that lets a domain lead its visitors elsewhere.
@Controller
class RedirectController {

    private final Sites sites;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    RedirectController(Sites sites, Deeds deeds, ScopedTransaction transaction) {
        this.sites = sites;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/sites/{id}/redirect")
    ModelAndView form(Visit visit, @PathVariable long id) {
        return form(visit, id, null);
    }

    @PostMapping("/sites/{id}/redirect")
    ModelAndView redirected(Visit visit, @PathVariable long id) {
        var site = find(visit, id);
        return deeds.answer(
                visit, "site.redirect", id, site.name(), list(visit, site), typed -> form(visit, id, typed));
    }

    private Site find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> sites.one(id));
    }

    /// @param typed what was wrong; none: what there is
    private ModelAndView form(Visit visit, long id, @Nullable Form typed) {
        var t = visit.t();
        var site = find(visit, id);
        Visits.needs(visit, Right.SITES);
        var form = typed == null ? Form.of(site.redirect().map(Redirect::saved).orElse(Map.of())) : typed;
        return HostingForms.page(
                visit,
                t.of("web.heading.one.site.redirect", site.name()),
                t.of("web.hosting.redirect.what"),
                "/sites/" + id + "/redirect",
                form,
                List.of(target(t, form), mode(t, form)),
                0,
                list(visit, site));
    }

    private static Field target(Texts t, Form form) {
        return Field.text("target", t.of("web.hosting.redirect.target"))
                .from(form)
                .needed()
                .autocomplete("url")
                .atMost(WebAddress.LONGEST)
                .help(t.of("web.hosting.redirect.target.help"))
                .focused(form.errors().isEmpty());
    }

    private static Field mode(Texts t, Form form) {
        var options = Arrays.stream(Redirect.Mode.values())
                .map(mode -> new Option(
                        mode.name(), t.of("web.hosting.redirect." + mode.name().toLowerCase(Locale.ROOT))))
                .toList();
        return Field.choice("mode", t.of("web.hosting.redirect.mode"), options).from(form);
    }

    private static String list(Visit visit, Site site) {
        return Ways.within(visit, "site", site.space().id());
    }
}
