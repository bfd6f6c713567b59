package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.SiteDetails;

/// Whether a domain has a website. The dialect takes it away in two ways that Wirt has one switch for: a domain without
/// hosting, and one whose status is disabled. Which of them it was is kept, so that it comes back as it was before.
@Component
public class Websites {

    /// @param hosting whether a website belongs to it, be it switched off
    /// @param on      whether it answers
    /// @param redirect where it leads its visitors; absent: to its own pages
    public record Website(boolean hosting, boolean on, Optional<Redirect> redirect) {

        static final Website NONE = new Website(false, false, Optional.empty());

        /// Its kind of hosting.
        public String kind() {
            return hosting ? redirect.map(RedirectWords::kind).orElse(HostingKinds.REAL) : HostingKinds.NONE;
        }
    }

    private static final String WITHOUT = "website.none";
    private static final String DISABLED = "website.disabled";
    private static final String TRUE = "true";

    private final Kept kept;
    private final Deeds deeds;

    Websites(Kept kept, Deeds deeds) {
        this.kept = kept;
        this.deeds = deeds;
    }

    /// @param words what is kept of the domain
    static Website of(SiteDetails site, Map<String, String> words) {
        boolean without = site.disabled() && (words.containsKey(WITHOUT) || !words.containsKey(DISABLED));
        boolean off = site.disabled() && (words.containsKey(DISABLED) || !words.containsKey(WITHOUT));
        return new Website(!without, !off, site.redirect());
    }

    /// By domain. Call within a scoped transaction.
    public Map<Long, Website> of(Collection<SiteDetails> sites) {
        var all = new HashMap<Long, Website>();
        for (boolean main : List.of(true, false)) {
            var some = sites.stream().filter(site -> site.isMain() == main).toList();
            var words =
                    kept.of(subject(main), some.stream().map(SiteDetails::id).toList());
            for (var site : some) all.put(site.id(), of(site, words.getOrDefault(site.id(), Map.of())));
        }
        return all;
    }

    /// What a main domain keeps is kept at its subscription.
    static Kept.Subject subject(boolean main) {
        return main ? Kept.Subject.SUBSCRIPTION : Kept.Subject.SITE;
    }

    /// There shall be no hosting.
    void none(Exchange exchange, long id, boolean main) {
        disable(exchange, id);
        kept.keep(exchange, subject(main), id, Map.of(WITHOUT, TRUE));
    }

    /// An additional domain has had no hosting from the beginning.
    void madeWithout(Exchange exchange, long site) {
        kept.keep(exchange, Kept.Subject.SITE, site, Map.of(WITHOUT, TRUE));
    }

    /// It shall show its own pages. Where the website is disabled, it stays so.
    void real(Exchange exchange, SiteDetails site) {
        present(exchange, site);
        if (site.redirect().isPresent()) deeds.start(exchange, "site.serve", site.id(), Map.of());
    }

    /// It shall lead elsewhere.
    ///
    /// @param said where to
    void redirect(Exchange exchange, SiteDetails site, Element said) {
        present(exchange, site);
        deeds.start(exchange, "site.redirect", site.id(), RedirectWords.input(said, site.redirect()));
    }

    private void present(Exchange exchange, SiteDetails site) {
        var words = words(site);
        forget(exchange, site, WITHOUT, words);
        if (site.disabled() && !words.containsKey(DISABLED)) enable(exchange, site.id());
    }

    void disabled(Exchange exchange, SiteDetails site) {
        disable(exchange, site.id());
        kept.keep(exchange, subject(site.isMain()), site.id(), Map.of(DISABLED, TRUE));
    }

    /// Takes back that it is disabled; what has no hosting gets none by that.
    void active(Exchange exchange, SiteDetails site) {
        var words = words(site);
        forget(exchange, site, DISABLED, words);
        if (site.disabled() && !words.containsKey(WITHOUT)) enable(exchange, site.id());
    }

    /// The same, where it is told as switched off.
    void switchOn(Exchange exchange, SiteDetails site) {
        var website = of(site, words(site));
        if (website.hosting() && !website.on()) active(exchange, site);
    }

    private Map<String, String> words(SiteDetails site) {
        return kept.of(subject(site.isMain()), site.id());
    }

    private void forget(Exchange exchange, SiteDetails site, String name, Map<String, String> words) {
        if (words.containsKey(name)) kept.forget(exchange, subject(site.isMain()), site.id(), List.of(name));
    }

    private void disable(Exchange exchange, long id) {
        exchange.needs(Level.RESELLER);
        deeds.start(exchange, "site.disable", id, Map.of());
    }

    private void enable(Exchange exchange, long id) {
        exchange.needs(Level.RESELLER);
        deeds.start(exchange, "site.enable", id, Map.of());
    }
}
