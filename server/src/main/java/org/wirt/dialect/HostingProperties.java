package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The properties of web hosting in the words of the dialect. Login and password of the system user are real, the
/// document root is what Wirt makes it; the others are kept as they came.
final class HostingProperties {

    static final String GROUP = "hosting";
    static final String PREFIX = GROUP + ".";

    static final String LOGIN = "ftp_login";
    static final String PASSWORD = "ftp_password";
    static final String ROOT = "www_root";

    /// Whether web users may have scripts, which plans have another word for than what is made from them.
    private static final String SCRIPTS = "wuscripts";

    private static final String SCRIPTS_OF_PLANS = "wu_script";

    /// Known properties and what they are before anybody says otherwise.
    static final Map<String, String> USUAL = usual();

    private static final String PASSWORD_TYPE = "ftp_password_type";
    private static final Set<String> NOT_KEPT = Set.of(LOGIN, PASSWORD, PASSWORD_TYPE, ROOT);

    private HostingProperties() {}

    private static Map<String, String> usual() {
        var all = new LinkedHashMap<String, String>();
        all.put("ftp_quota", "-1");
        all.put("ssl", "true");
        all.put("ssl-redirect", "false");
        all.put("php", "true");
        all.put("php_served_by_nginx", "true");
        for (var off : List.of("ssi", "cgi", "perl", "python", "fastcgi", "errdocs", SCRIPTS)) all.put(off, "false");
        all.put("webstat", "none");
        all.put("webstat_protected", "true");
        all.put("shell", "/bin/false");
        return all;
    }

    /// Whether a property is so before anybody says anything.
    ///
    /// @param name as it is kept
    static boolean isUsual(String name, @Nullable String value) {
        return name.startsWith(PREFIX) && Objects.equals(USUAL.get(name.substring(PREFIX.length())), value);
    }

    /// Both ways to write them: as pairs, or, in the oldest packets, each as a node of its own.
    static Map<String, String> of(Element real) {
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
    static void refuseHashed(Map<String, String> properties) {
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
        var said = its.remove(PREFIX + from);
        if (said != null) its.putIfAbsent(PREFIX + to, said);
        return its;
    }

    private static Map<String, String> all(Map<String, String> properties) {
        var kept = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (!NOT_KEPT.contains(name) && !name.contains("passw"))
                kept.put(PREFIX + name, KeptGroups.read(GROUP, name, value));
        });
        return kept;
    }

    static String login(Map<String, String> properties, String usual) {
        var login = properties.getOrDefault(LOGIN, usual);
        if (login.isEmpty()) throw Failed.invalid("The property ftp_login is empty.");
        return login;
    }

    static Element property(String name, String value) {
        return new Element("property").add("name", name).add("value", value);
    }
}
