package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Websites.Website;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.Homes;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDetails;
import org.wirt.value.RandomPassword;
import org.wirt.value.SystemUserName;

/// Web hosting in the words of the dialect: made, changed and told, by its kind ([HostingKinds]) and its properties
/// ([HostingProperties]).
@Component
class HostingWords {

    private final FtpLogins logins;
    private final SiteDirectory sites;
    private final Addresses addresses;
    private final Deeds deeds;
    private final Kept store;
    private final Websites websites;

    HostingWords(
            FtpLogins logins, SiteDirectory sites, Addresses addresses, Deeds deeds, Kept store, Websites websites) {
        this.logins = logins;
        this.sites = sites;
        this.addresses = addresses;
        this.deeds = deeds;
        this.store = store;
        this.websites = websites;
    }

    /// @param login    of the system user
    /// @param password of the system user
    /// @param web      whether there shall be a website
    /// @param redirect what is said of where it leads instead
    /// @param kept     properties that are kept as they came
    record Read(String login, String password, boolean web, Optional<Element> redirect, Map<String, String> kept) {}

    /// What is said of hosting that is about to be made.
    ///
    /// @param kind as named in the general part; empty: by what is said of it
    Read read(Element asked, String kind) {
        var hosting = asked.child("hosting").orElseGet(() -> new Element("hosting"));
        HostingKinds.check(hosting, kind);
        var real = hosting.child(HostingKinds.REAL);
        boolean web = real.isPresent() || kind.equals(HostingKinds.REAL);
        var redirect = RedirectWords.of(hosting);
        // Nobody has said how its system user is called.
        if (!web)
            return new Read(
                    SystemUserName.random().text(), RandomPassword.make(), redirect.isPresent(), redirect, Map.of());
        var properties = real.map(HostingProperties::of).orElseGet(Map::of);
        addresses.check(real.map(r -> r.all("ip_address")).orElseGet(List::of));
        var login = properties.getOrDefault(HostingProperties.LOGIN, "");
        var password = properties.getOrDefault(HostingProperties.PASSWORD, "");
        if (login.isEmpty()) throw Failed.invalid("The property ftp_login is required.");
        if (password.isEmpty()) throw Failed.invalid("The property ftp_password is required.");
        HostingProperties.refuseHashed(properties);
        HostingProperties.refuseOtherRoot(properties, "", Homes.MAIN_DOCROOT);
        return new Read(login, password, true, Optional.empty(), HostingProperties.kept(properties));
    }

    /// Of a subscription that was just made.
    void made(Exchange exchange, long id, Read read) {
        store.keep(exchange, Kept.Subject.SUBSCRIPTION, id, read.kept());
        if (!read.web()) websites.none(exchange, id, true);
        read.redirect().ifPresent(said -> redirect(exchange, id, said));
    }

    private void redirect(Exchange exchange, long id, Element said) {
        sites.read(id).ifPresent(site -> websites.redirect(exchange, site, said));
    }

    void change(Exchange exchange, SubscriptionDetails webspace, Element values) {
        var hosting = values.child(HostingProperties.GROUP);
        if (hosting.isEmpty()) return;
        HostingKinds.check(hosting.get(), "");
        if (hosting.get().has(HostingKinds.NONE)) {
            websites.none(exchange, webspace.id(), true);
            return;
        }
        var redirect = RedirectWords.of(hosting.get());
        redirect.ifPresent(said -> {
            addresses.check(said.all("ip_address"));
            redirect(exchange, webspace.id(), said);
        });
        var real = hosting.get().child(HostingKinds.REAL);
        if (real.isEmpty()) return;
        sites.read(webspace.id()).ifPresent(site -> websites.real(exchange, site));
        addresses.check(real.get().all("ip_address"));
        change(exchange, webspace, HostingProperties.of(real.get()));
    }

    /// Of the main domain of a subscription.
    void change(Exchange exchange, SubscriptionDetails webspace, Map<String, String> properties) {
        HostingProperties.refuseHashed(properties);
        HostingProperties.refuseOtherRoot(properties, webspace.home(), Homes.MAIN_DOCROOT);
        var login = HostingProperties.login(properties, webspace.systemUser());
        if (!login.equals(webspace.systemUser()))
            deeds.start(exchange, "ftp.rename", systemUser(webspace.id()), Map.of("login", login));
        // Told it is empty, and some say again what they were told.
        var password = properties.getOrDefault(HostingProperties.PASSWORD, "");
        if (!password.isEmpty())
            deeds.start(exchange, "ftp.password", systemUser(webspace.id()), Map.of("password", password));
        store.keep(exchange, Kept.Subject.SUBSCRIPTION, webspace.id(), HostingProperties.kept(properties));
    }

    private long systemUser(long subscription) {
        return logins.in(List.of(subscription)).stream()
                .filter(FtpLogin::main)
                .map(FtpLogin::id)
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The subscription has no system user."));
    }

    /// @param kept what is kept of it, by name
    Element told(SubscriptionDetails webspace, Website website, Map<String, String> kept) {
        var hosting = new Element("hosting");
        if (!website.hosting()) return hosting.add(new Element(HostingKinds.NONE));
        var there = addresses.of(webspace.node());
        if (website.redirect().isPresent())
            return hosting.add(RedirectWords.told(website.redirect().get(), there));
        var real = new Element(HostingKinds.REAL);
        real.add(HostingProperties.property(HostingProperties.LOGIN, webspace.systemUser()))
                .add(HostingProperties.property(HostingProperties.PASSWORD, ""));
        var values = new LinkedHashMap<>(HostingProperties.USUAL);
        kept.forEach((name, value) -> {
            if (name.startsWith(HostingProperties.PREFIX))
                values.put(name.substring(HostingProperties.PREFIX.length()), value);
        });
        values.forEach((name, value) -> real.add(HostingProperties.property(name, value)));
        real.add(HostingProperties.property(HostingProperties.ROOT, webspace.home() + "/" + Homes.MAIN_DOCROOT));
        return hosting.add(real.add("ip_address", there));
    }
}
