package org.wirt.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Certificates;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Openings;
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.CertificatePage;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.InfoRow;

/// The certificate of a site: what visitors get, and the form that brings another.
@Controller
class CertificateController {

    private static final String VERB = "site.certificate";

    private record Found(Site site, Optional<Certificates.Shown> own) {}

    private final Sites sites;
    private final Certificates certificates;
    private final NodeViews views;
    private final Deeds deeds;
    private final ScopedTransaction transaction;
    private final Clock clock;

    CertificateController(
            Sites sites,
            Certificates certificates,
            NodeViews views,
            Deeds deeds,
            ScopedTransaction transaction,
            Clock clock) {
        this.sites = sites;
        this.certificates = certificates;
        this.views = views;
        this.deeds = deeds;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/sites/{id}/certificate")
    ModelAndView show(Visit visit, @PathVariable long id) {
        return page(visit, id, Form.empty());
    }

    @PostMapping("/sites/{id}/certificate")
    ModelAndView set(Visit visit, @PathVariable long id) {
        return deeds.answer(visit, VERB, id, "", "/sites/" + id + "/certificate", form -> page(visit, id, form));
    }

    private Found find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> {
            var site = sites.one(id);
            return new Found(site, certificates.of(site));
        });
    }

    private ModelAndView page(Visit visit, long id, Form form) {
        var found = find(visit, id);
        Visits.needs(visit, Right.SITES);
        var t = visit.t();
        var site = found.site();
        var own = found.own();
        var here = "/sites/" + id + "/certificate";
        boolean manages = Openings.manage(site.space(), visit.caller()).isEmpty();
        var heading = t.of("web.certificate.of", site.name());
        var back = Ways.within(visit, "site", site.space().id());
        var page = new CertificatePage(
                visit.frame().beneath(heading),
                heading,
                lead(t, site, own.isPresent()),
                own.map(c -> warning(t, c, site)).orElse(null),
                own.map(c -> rows(t, c)).orElse(List.of()),
                manages && own.isPresent() ? removal(t, id, here) : null,
                manages,
                here,
                form,
                visit.returnTo(back));
        return new ModelAndView("hosting/certificate", "page", page);
    }

    /// Only a node speaks HTTPS: whoever has none yet is told.
    private String lead(Texts t, Site site, boolean own) {
        if (views.serving(site.space().node()).isEmpty()) return t.of("web.certificate.no-node");
        return t.of(own ? "web.certificate.is-own" : "web.certificate.is-made");
    }

    private @Nullable String warning(Texts t, Certificates.Shown own, Site site) {
        if (!own.fits()) return t.of("web.certificate.misfit", site.name());
        return own.until().isBefore(now()) ? t.of("web.certificate.expired", t.date(own.until())) : null;
    }

    private Instant now() {
        return clock.instant();
    }

    private static List<InfoRow> rows(Texts t, Certificates.Shown own) {
        return List.of(
                HostingGroups.info(t.of("web.certificate.issuer"), own.issuer()),
                HostingGroups.info(t.of("web.certificate.names"), String.join(", ", own.names())),
                HostingGroups.info(t.of("web.certificate.from"), t.dateTime(own.from())),
                HostingGroups.info(t.of("web.certificate.until"), t.dateTime(own.until())));
    }

    private static Action removal(Texts t, long id, String here) {
        return SiteActions.returning(
                        Action.Kind.DIALOG,
                        t.of("verb.site.uncertify"),
                        "trash",
                        "site.uncertify",
                        String.valueOf(id),
                        here)
                .dangerous();
    }
}
