package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What packets say of the mail of a subscription or domain as a whole, in the order of the protocol. Only what the
/// servers do is taken as done.
final class MailPreferences {

    private static final String GROUP = "mail";
    private static final String NONE = "none";
    private static final String NOBODY = PlanForm.NOBODY;
    private static final String REJECT = "reject";
    private static final String FORWARD = "forward";
    private static final String WEBMAIL = "webmail";
    private static final String ADDRESS = "ip_address";

    /// What plans alone say.
    static final String LISTS = GROUP + ".maillists";

    private MailPreferences() {}

    /// From where mail is said to be sent.
    static List<Element> addresses(Element asked) {
        return asked.part(GROUP).all(ADDRESS);
    }

    /// Whether it is to be served; absent where that is not said.
    static Optional<Boolean> service(Element said) {
        var on = said.child(MailNames.SERVICE).map(one -> Forms.bool(one.text()));
        if (!said.has(NONE)) return on;
        if (on.orElse(false)) throw Failed.invalid("It is said that there is mail, and that there is none.");
        return Optional.of(false);
    }

    /// Where mail for nobody is to go; empty: it is rejected; absent where nothing is said of it.
    static Optional<String> nobody(Element said) {
        var ways = said.part(NOBODY).children();
        if (ways.isEmpty()) return Optional.empty();
        if (ways.size() > 1) throw Failed.invalid(NOBODY + " is one of forward, reject.");
        var way = ways.getFirst();
        return switch (way.name()) {
            case REJECT -> Optional.of("");
            case FORWARD -> Optional.of(filled(way));
            case "bounce" -> throw unsupported("Mail for nobody is rejected or forwarded.");
            default -> throw Failed.invalid(NOBODY + " is one of forward, reject.");
        };
    }

    /// Under which names it is kept.
    ///
    /// @throws Failed for what would not be done
    static Map<String, String> kept(Element said) {
        var kept = new LinkedHashMap<String, String>();
        for (var one : said.children()) {
            switch (one.name()) {
                case NONE, MailNames.SERVICE -> service(said);
                case NOBODY -> nobody(said);
                case "mail-provider" -> {
                    if (!one.has("local")) throw unsupported("Mail is served by the domain's own server.");
                }
                case ADDRESS -> kept.merge(name(ADDRESS), one.text(), (some, more) -> some + " " + more);
                default -> {
                    if (!one.children().isEmpty())
                        throw Failed.invalid("Node " + one.name() + " is not expected in " + GROUP);
                    kept.put(name(one.name()), KeptGroups.read(GROUP, one));
                }
            }
        }
        return kept;
    }

    private static String filled(Element way) {
        if (way.text().isEmpty()) throw Failed.invalid("Mail for nobody is forwarded to an address.");
        return way.text();
    }

    private static String name(String node) {
        return GROUP + "." + node;
    }

    private static Failed unsupported(String why) {
        return new Failed(ErrorNumbers.NOT_SUPPORTED, why);
    }

    /// @param on whether its mail is switched on
    /// @param nobodys where mail for nobody goes
    static Element told(String name, Map<String, String> kept, boolean on, List<String> nobodys) {
        var values = new LinkedHashMap<String, String>();
        values.put(WEBMAIL, "none");
        kept.forEach((key, value) -> {
            if (key.startsWith(GROUP + ".") && !key.equals(LISTS)) values.put(key.substring(GROUP.length() + 1), value);
        });
        values.put(MailNames.SERVICE, String.valueOf(on));
        var nobody = new Element(NOBODY);
        if (nobodys.isEmpty()) nobody.add(REJECT, "");
        else nobody.add(FORWARD, String.join(",", nobodys));
        var group = new Element(name).add(nobody);
        KeptGroups.inOrder(GROUP, values).forEach((node, value) -> {
            for (var one : node.equals(ADDRESS) ? value.split(" ", -1) : new String[] {value}) group.add(node, one);
        });
        return group;
    }
}
