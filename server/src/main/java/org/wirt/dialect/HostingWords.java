package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Websites.Website;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.Homes;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDetails;
import org.wirt.value.RandomPassword;
import org.wirt.value.SystemUserName;

/// Web hosting in the words of the dialect: its kind, and its properties. Login and password of the system user are
/// real, the document root is what Wirt makes it; the other properties are kept as they came.
@Component
class HostingWords {

    static final String REAL = "vrt_hst";
    static final String GROUP = "hosting";
    static final String PROPERTY = GROUP + ".";

    /// Whether web users may have scripts, which plans have another word for than what is made from them.
    private static final String SCRIPTS = "wuscripts";

    private static final String SCRIPTS_OF_PLANS = "wu_script";

    private static final String KIND = "htype";
    static final String NONE = "none";
    private static final List<String> KINDS = List.of(REAL, RedirectWords.STANDARD, RedirectWords.FRAME, NONE);
    private static final String LOGIN = "ftp_login";
    private static final String PASSWORD = "ftp_password";

    /// Known properties and what they are before anybody says otherwise.
    static final Map<String, String> USUAL = usual();

    private static final String PASSWORD_TYPE = "ftp_password_type";
    private static final String ROOT = "www_root";
    private static final Set<String> NOT_KEPT = Set.of(LOGIN, PASSWORD, PASSWORD_TYPE, ROOT);

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

    private static Map<String, String> usual() {
        var all = new LinkedHashMap<String, String>();
        all.put("ftp_quota", "-1");
        all.put("ssl", "true");
        all.put("ssl-redirect", "false");
        all.put("php", "true");
        all.put("php_served_by_nginx", "true");
        for (var off : List.of("ssi", "cgi", "perl", "python", "fastcgi", "errdocs", SCRIPTS)) all.put(off, "false");
        all.put("webstat", NONE);
        all.put("webstat_protected", "true");
        all.put("shell", "/bin/false");
        return all;
    }

    /// Whether a property is so before anybody says anything.
    ///
    /// @param name as it is kept
    static boolean isUsual(String name, @Nullable String value) {
        return name.startsWith(PROPERTY) && Objects.equals(USUAL.get(name.substring(PROPERTY.length())), value);
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
        check(hosting, kind);
        var real = hosting.child(REAL);
        boolean web = real.isPresent() || kind.equals(REAL);
        var redirect = RedirectWords.of(hosting);
        // Nobody has said how its system user is called.
        if (!web)
            return new Read(
                    SystemUserName.random().text(), RandomPassword.make(), redirect.isPresent(), redirect, Map.of());
        var properties = real.map(HostingWords::properties).orElseGet(Map::of);
        addresses.check(real.map(r -> r.all("ip_address")).orElseGet(List::of));
        var login = properties.getOrDefault(LOGIN, "");
        var password = properties.getOrDefault(PASSWORD, "");
        if (login.isEmpty()) throw Failed.invalid("The property ftp_login is required.");
        if (password.isEmpty()) throw Failed.invalid("The property ftp_password is required.");
        refuseHashed(properties);
        refuseOtherRoot(properties, "", Homes.MAIN_DOCROOT);
        return new Read(login, password, true, Optional.empty(), kept(properties));
    }

    /// There is hosting or none: what is said of it in two places must be the same.
    ///
    /// @param kind as named in the general part; empty: it is not
    static void check(Element hosting, String kind) {
        if (!kind.isEmpty() && !KINDS.contains(kind)) throw Failed.invalid("Unknown hosting type " + kind);
        var said = KINDS.stream()
                .filter(one -> hosting.has(one) || kind.equals(one))
                .toList();
        if (said.size() > 1) throw Failed.invalid("The hosting is said to be two things: " + String.join(", ", said));
        if (RedirectWords.isKind(kind) && RedirectWords.of(hosting).isEmpty())
            throw Failed.invalid("Where it leads to is said in hosting.");
    }

    /// The same of hosting that is there already. Its kind alone, without what it is to be, would change nothing.
    static void checkAgain(Element values, Element setup) {
        if (!setup.has(KIND)) return;
        if (!values.has(GROUP)) throw Failed.invalid("What hosting it is to be is said in hosting.");
        check(values.part(GROUP), setup.text(KIND));
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

    /// Wirt keeps hashes of its own.
    private static void refuseHashed(Map<String, String> properties) {
        if (!properties.getOrDefault(PASSWORD_TYPE, "plain").equals("plain"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Only plain passwords are taken.");
    }

    /// The folder of a domain is what Wirt makes it: said so, or as it is told, it is taken.
    ///
    /// @param home   of the subscription; empty: it is not made yet
    /// @param folder relative to it
    static void refuseOtherRoot(Map<String, String> properties, String home, String folder) {
        var root = properties.getOrDefault(ROOT, "").strip().replaceFirst("/+$", "");
        if (root.isEmpty() || (!home.isEmpty() && root.equals(home + "/" + folder))) return;
        if (!root.replaceFirst("^/+", "").equalsIgnoreCase(folder))
            throw new Failed(
                    ErrorNumbers.NOT_SUPPORTED, "The document root of this domain is " + folder + ", and no other.");
    }

    /// An additional domain has no system user of its own: the files are its subscription's.
    static void refuseOwnUser(Map<String, String> properties, String systemUser) {
        boolean other = !login(properties, systemUser).equals(systemUser);
        if (other || !properties.getOrDefault(PASSWORD, "").isEmpty())
            throw new Failed(
                    ErrorNumbers.NOT_SUPPORTED, "An additional domain has the system user of its subscription.");
    }

    /// What a plan says of hosting: nothing that one subscription alone can have.
    static Map<String, String> ofPlan(Map<String, String> properties) {
        for (var own : NOT_KEPT)
            if (!properties.getOrDefault(own, "").isEmpty())
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A plan has no property " + own + ".");
        return spelled(all(properties), SCRIPTS, SCRIPTS_OF_PLANS);
    }

    static Map<String, String> kept(Map<String, String> properties) {
        return ofSubscription(all(properties));
    }

    /// What a plan says, as what is made from it says the same.
    static Map<String, String> ofSubscription(Map<String, String> words) {
        return spelled(words, SCRIPTS_OF_PLANS, SCRIPTS);
    }

    private static Map<String, String> spelled(Map<String, String> words, String from, String to) {
        var its = new LinkedHashMap<>(words);
        var said = its.remove(PROPERTY + from);
        if (said != null) its.putIfAbsent(PROPERTY + to, said);
        return its;
    }

    private static Map<String, String> all(Map<String, String> properties) {
        var kept = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (!NOT_KEPT.contains(name) && !name.contains("passw"))
                kept.put(PROPERTY + name, KeptGroups.read(GROUP, name, value));
        });
        return kept;
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
        var hosting = values.child(GROUP);
        if (hosting.isEmpty()) return;
        check(hosting.get(), "");
        if (hosting.get().has(NONE)) {
            websites.none(exchange, webspace.id(), true);
            return;
        }
        var redirect = RedirectWords.of(hosting.get());
        redirect.ifPresent(said -> {
            addresses.check(said.all("ip_address"));
            redirect(exchange, webspace.id(), said);
        });
        var real = hosting.get().child(REAL);
        if (real.isEmpty()) return;
        sites.read(webspace.id()).ifPresent(site -> websites.real(exchange, site));
        addresses.check(real.get().all("ip_address"));
        change(exchange, webspace, properties(real.get()));
    }

    /// Of the main domain of a subscription.
    void change(Exchange exchange, SubscriptionDetails webspace, Map<String, String> properties) {
        refuseHashed(properties);
        refuseOtherRoot(properties, webspace.home(), Homes.MAIN_DOCROOT);
        var login = login(properties, webspace.systemUser());
        if (!login.equals(webspace.systemUser()))
            deeds.start(exchange, "ftp.rename", systemUser(webspace.id()), Map.of("login", login));
        // Told it is empty, and some say again what they were told.
        var password = properties.getOrDefault(PASSWORD, "");
        if (!password.isEmpty())
            deeds.start(exchange, "ftp.password", systemUser(webspace.id()), Map.of("password", password));
        store.keep(exchange, Kept.Subject.SUBSCRIPTION, webspace.id(), kept(properties));
    }

    private static String login(Map<String, String> properties, String usual) {
        var login = properties.getOrDefault(LOGIN, usual);
        if (login.isEmpty()) throw Failed.invalid("The property ftp_login is empty.");
        return login;
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
        if (!website.hosting()) return hosting.add(new Element(NONE));
        var there = addresses.of(webspace.node());
        if (website.redirect().isPresent())
            return hosting.add(RedirectWords.told(website.redirect().get(), there));
        var real = new Element(REAL);
        real.add(property(LOGIN, webspace.systemUser())).add(property(PASSWORD, ""));
        var values = new LinkedHashMap<>(USUAL);
        kept.forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) values.put(name.substring(PROPERTY.length()), value);
        });
        values.forEach((name, value) -> real.add(property(name, value)));
        real.add(property(ROOT, webspace.home() + "/" + Homes.MAIN_DOCROOT));
        return hosting.add(real.add("ip_address", there));
    }

    static Element property(String name, String value) {
        return new Element("property").add("name", name).add("value", value);
    }
}
