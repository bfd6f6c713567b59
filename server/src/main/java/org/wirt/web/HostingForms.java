package org.wirt.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.HostingForm;
import org.wirt.web.ui.Option;

/// What the forms of everything hosted share: whose subscription it is, its domains to choose from, and the page.
@Component
class HostingForms {

    private final Spaces spaces;
    private final Sites sites;
    private final ScopedTransaction transaction;

    HostingForms(Spaces spaces, Sites sites, ScopedTransaction transaction) {
        this.spaces = spaces;
        this.sites = sites;
        this.transaction = transaction;
    }

    /// @throws Refused as missing, also where it is somebody else's; and where the visitor may not change such things
    Space space(Visit visit, long id, Right right) {
        var space = transaction.read(visit.scope(), () -> spaces.load(List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        Visits.needs(visit, right);
        return space;
    }

    Field domains(Visit visit, Space space, Form form) {
        var options = in(visit, space.id()).stream()
                .map(site -> new Option(String.valueOf(site.id()), site.name()))
                .toList();
        return Field.choice("site", visit.t().of("web.domain"), options)
                .from(form)
                .needed();
    }

    /// What somebody signs in with for FTP.
    static Field login(Texts t, Form form) {
        return Field.text("login", t.of("web.hosting.login"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(32)
                .help(t.of("web.hosting.login.help"));
    }

    /// What stands before the @ of an address.
    static Field local(Texts t, Form form) {
        return Field.text("local", t.of("web.hosting.local"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(64)
                .help(t.of("web.hosting.local.help"));
    }

    /// What he sees of the subscription then.
    static Field folder(Texts t, Form form) {
        return Field.text("directory", t.of("web.hosting.directory"))
                .from(form)
                .autocomplete("off")
                .atMost(1000)
                .help(t.of("web.hosting.directory.help"));
    }

    /// The name of this domain, if it is one of the subscription's.
    Optional<String> domain(Visit visit, long subscription, String site) {
        return in(visit, subscription).stream()
                .filter(one -> String.valueOf(one.id()).equals(site))
                .findFirst()
                .map(Site::name);
    }

    /// What a form adds something to: the domain that it came from, else the whole subscription.
    String target(Visit visit, Space space, Form form) {
        return domain(visit, space.id(), form.value("site")).orElseGet(() -> HostingWords.display(space.name()));
    }

    private List<Site> in(Visit visit, long subscription) {
        return transaction.read(visit.scope(), () -> sites.in(List.of(subscription)));
    }

    /// @param lead     said above the form
    /// @param strength how strong a password must be that it asks for
    /// @param back     where it leads when it is left, unless the visitor came from elsewhere
    static ModelAndView page(
            Visit visit,
            String heading,
            @Nullable String lead,
            String action,
            Form form,
            List<Field> fields,
            int strength,
            String back) {
        var page = new HostingForm(
                visit.frame().beneath(heading), heading, lead, action, form, fields, strength, visit.returnTo(back));
        return new ModelAndView("hosting/form", "page", page);
    }
}
