package org.wirt.dialect;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDetails;

/// Web hosting in the words of the dialect: its kind, and its properties. Login and password of the system user are
/// real;
/// the other properties are kept as they came.
@Component
class HostingWords {

    static final String REAL = "vrt_hst";
    static final String PROPERTY = "hosting.";

    private static final String NONE = "none";
    private static final String LOGIN = "ftp_login";
    private static final String PASSWORD = "ftp_password";
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Known properties and what they are before anybody says otherwise.
    private static final Map<String, String> USUAL = usual();

    private static final Set<String> NOT_KEPT = Set.of(LOGIN, PASSWORD, "ftp_password_type", "www_root");

    private final FtpLogins logins;
    private final SiteDirectory sites;
    private final Addresses addresses;
    private final Deeds deeds;
    private final Kept store;

    HostingWords(FtpLogins logins, SiteDirectory sites, Addresses addresses, Deeds deeds, Kept store) {
        this.logins = logins;
        this.sites = sites;
        this.addresses = addresses;
        this.deeds = deeds;
        this.store = store;
    }

    private static Map<String, String> usual() {
        var all = new LinkedHashMap<String, String>();
        all.put("ftp_quota", "-1");
        all.put("ssl", "true");
        all.put("ssl-redirect", "false");
        all.put("php", "true");
        all.put("php_served_by_nginx", "true");
        for (var off : List.of("ssi", "cgi", "perl", "python", "fastcgi", "errdocs", "wuscripts"))
            all.put(off, "false");
        all.put("webstat", NONE);
        all.put("webstat_protected", "true");
        all.put("shell", "/bin/false");
        return all;
    }

    /// @param login    of the system user
    /// @param password of the system user
    /// @param web      whether there shall be a website
    /// @param kept     properties that are kept as they came
    record Read(String login, String password, boolean web, Map<String, String> kept) {}

    /// What is said of hosting that is about to be made.
    ///
    /// @param kind as named in the general part; empty: by what is said of it
    Read read(Element asked, String kind) {
        var hosting = asked.child("hosting").orElseGet(() -> new Element("hosting"));
        refuseForwarding(hosting, kind);
        var real = hosting.child(REAL);
        boolean web = real.isPresent() || kind.equals(REAL);
        if (!web) return new Read("u" + random(6), random(16), false, Map.of());
        var properties = real.map(HostingWords::properties).orElseGet(Map::of);
        addresses.check(real.map(r -> r.all("ip_address")).orElseGet(List::of));
        var login = properties.getOrDefault(LOGIN, "");
        var password = properties.getOrDefault(PASSWORD, "");
        if (login.isEmpty()) throw Failed.invalid("The property ftp_login is required.");
        if (password.isEmpty()) throw Failed.invalid("The property ftp_password is required.");
        return new Read(login, password, true, kept(properties));
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static void refuseForwarding(Element hosting, String kind) {
        if (hosting.has("std_fwd") || hosting.has("frm_fwd") || kind.equals("std_fwd") || kind.equals("frm_fwd"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Forwarding instead of hosting is not supported.");
    }

    /// Both ways to write them: as pairs, or, in the oldest packets, each as a node of its own.
    static Map<String, String> properties(Element real) {
        var all = new LinkedHashMap<String, String>();
        for (var node : real.children()) {
            if (node.name().equals("property"))
                all.put(
                        node.needed("name").text(),
                        node.child("value").map(Element::exactly).orElse(""));
            else if (!node.name().equals("ip_address")) all.put(node.name(), node.exactly());
        }
        return all;
    }

    static Map<String, String> kept(Map<String, String> properties) {
        var kept = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (!NOT_KEPT.contains(name) && !name.contains("passw")) kept.put(PROPERTY + name, value);
        });
        return kept;
    }

    void change(Exchange exchange, SubscriptionDetails webspace, Element values) {
        var hosting = values.child("hosting");
        if (hosting.isEmpty()) return;
        refuseForwarding(hosting.get(), "");
        if (hosting.get().has(NONE)) {
            deeds.start(exchange, "site.disable", webspace.id(), Map.of());
            return;
        }
        var real = hosting.get().child(REAL);
        if (real.isEmpty()) return;
        if (sites.read(webspace.id()).filter(SiteDetails::disabled).isPresent())
            deeds.start(exchange, "site.enable", webspace.id(), Map.of());
        addresses.check(real.get().all("ip_address"));
        var properties = properties(real.get());
        var login = properties.getOrDefault(LOGIN, "");
        if (!login.isEmpty() && !login.equals(webspace.systemUser()))
            throw new Failed(ErrorNumbers.FAILED, "The system user of a subscription cannot be renamed.");
        var password = properties.getOrDefault(PASSWORD, "");
        if (!password.isEmpty())
            deeds.start(exchange, "ftp.password", systemUser(webspace.id()), Map.of("password", password));
        store.keep(exchange, Kept.Subject.SUBSCRIPTION, webspace.id(), kept(properties));
    }

    private long systemUser(long subscription) {
        return logins.in(List.of(subscription)).stream()
                .filter(FtpLogin::main)
                .map(FtpLogin::id)
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The subscription has no system user."));
    }

    /// @param kept what is kept of it, by name
    Element told(SubscriptionDetails webspace, boolean web, Map<String, String> kept) {
        var hosting = new Element("hosting");
        if (!web) return hosting.add(new Element(NONE));
        var real = new Element(REAL);
        real.add(property(LOGIN, webspace.systemUser())).add(property(PASSWORD, ""));
        var values = new LinkedHashMap<>(USUAL);
        kept.forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) values.put(name.substring(PROPERTY.length()), value);
        });
        values.forEach((name, value) -> real.add(property(name, value)));
        real.add(property("www_root", webspace.home() + "/httpdocs"));
        return hosting.add(real.add("ip_address", addresses.of(webspace.node())));
    }

    static Element property(String name, String value) {
        return new Element("property").add("name", name).add("value", value);
    }
}
