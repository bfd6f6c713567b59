package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What packets say of the mail of a subscription or domain as a whole, in the order of the protocol. Only what the
/// servers do is taken as done: mail for nobody is rejected, and mail is served wherever the domain is.
final class MailPreferences {

    private static final String GROUP = "mail";
    private static final String NOBODY = PlanForm.NOBODY;
    private static final String REJECT = "reject";
    private static final String WEBMAIL = "webmail";
    private static final String ADDRESS = "ip_address";

    private static final List<String> BEFORE_SERVICE = List.of("spam-protect-sign", "greylisting");
    private static final List<String> AFTER_SERVICE = List.of(ADDRESS, "webmail-certificate");
    private static final List<String> LIMITS = List.of(
            "outgoing-messages-mbox-limit",
            "outgoing-messages-domain-limit",
            "outgoing-messages-subscription-limit",
            "outgoing-messages-enable-sendmail",
            "outgoing-messages-overlimit-percent");

    private MailPreferences() {}

    /// Under which names it is kept.
    ///
    /// @throws Failed for what would not be done
    static Map<String, String> kept(Element said) {
        var kept = new LinkedHashMap<String, String>();
        for (var one : said.children()) {
            switch (one.name()) {
                case "none" -> throw unsupported("The mail service of a domain cannot be switched off alone.");
                case MailNames.SERVICE -> {
                    if (!Forms.bool(one.text()))
                        throw unsupported("The mail service of a domain cannot be switched off alone.");
                }
                case NOBODY -> {
                    if (one.children().stream().anyMatch(way -> !way.name().equals(REJECT)))
                        throw unsupported("Mail for nobody is rejected.");
                }
                case "mail-provider" -> {
                    if (!one.has("local")) throw unsupported("Mail is served by the domain's own server.");
                }
                case ADDRESS -> kept.merge(name(ADDRESS), one.text(), (some, more) -> some + " " + more);
                default -> {
                    if (!one.children().isEmpty())
                        throw Failed.invalid("Node " + one.name() + " is not expected in " + GROUP);
                    kept.put(name(one.name()), one.text());
                }
            }
        }
        return kept;
    }

    private static String name(String node) {
        return GROUP + "." + node;
    }

    private static Failed unsupported(String why) {
        return new Failed(ErrorNumbers.NOT_SUPPORTED, why);
    }

    /// @param served whether mail of it is served as it is now
    static Element told(String name, Map<String, String> kept, boolean served) {
        var group = new Element(name).add(new Element(NOBODY).add(REJECT, ""));
        group.add(WEBMAIL, kept.getOrDefault(name(WEBMAIL), "none"));
        for (var node : BEFORE_SERVICE) tell(group, kept, node);
        group.add(MailNames.SERVICE, served);
        for (var node : AFTER_SERVICE) tell(group, kept, node);
        for (var node : LIMITS) tell(group, kept, node);
        return group;
    }

    private static void tell(Element group, Map<String, String> kept, String node) {
        var value = kept.get(name(node));
        if (value != null) for (var one : value.split(" ", -1)) group.add(node, one);
    }
}
