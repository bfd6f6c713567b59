package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Groups of values that are only kept: their nodes in the order of the protocol, and what may stand in each. What is a
/// switch or a number is told as one, however it was said.
final class KeptGroups {

    private enum Form {
        TEXT,
        SWITCH,
        NUMBER,
        /// A number, or nothing.
        NUMBER_OR_NONE,
        /// -1 is as much as there is.
        MOST;

        private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

        private boolean takes(String text) {
            return switch (this) {
                case TEXT, SWITCH -> true;
                case NUMBER -> DIGITS.matcher(text).matches();
                case NUMBER_OR_NONE -> text.isEmpty() || DIGITS.matcher(text).matches();
                case MOST -> text.equals("-1") || DIGITS.matcher(text).matches();
            };
        }
    }

    private static final Map<String, Map<String, Form>> GROUPS = Map.of(
            "prefs",
            prefs(),
            "performance",
            nodes(Form.MOST, "bandwidth", "max_connections"),
            "mail",
            mail(),
            "preferences",
            preferences(),
            PlanForm.WEB_SERVER,
            nodes(
                    Form.TEXT,
                    "additional",
                    "additional-ssl",
                    "additional-nginx",
                    "restrict-follow-sym-links",
                    "nginx-proxy-mode"),
            HostingProperties.GROUP,
            hosting());

    /// Words that a node is one of.
    private static final Map<String, List<String>> CHOICES = Map.of("webstat", List.of("none", "awstats", "webalizer"));

    private KeptGroups() {}

    private static Map<String, Form> prefs() {
        var nodes = nodes(Form.SWITCH, "www");
        nodes.put("stat_ttl", Form.NUMBER_OR_NONE);
        nodes.put("outgoing-messages-domain-limit", Form.TEXT);
        nodes.put("icp-status", Form.SWITCH);
        nodes.put("icp-permit", Form.TEXT);
        return nodes;
    }

    private static Map<String, Form> mail() {
        var nodes = nodes(Form.TEXT, PlanForm.NOBODY, "webmail");
        nodes.putAll(nodes(Form.SWITCH, "maillists", "spam-protect-sign", "greylisting", MailNames.SERVICE));
        nodes.putAll(nodes(
                Form.TEXT,
                "ip_address",
                "mail-provider",
                "webmail-certificate",
                "outgoing-messages-mbox-limit",
                "outgoing-messages-domain-limit",
                "outgoing-messages-subscription-limit",
                "outgoing-messages-enable-sendmail"));
        nodes.put("outgoing-messages-overlimit-percent", Form.NUMBER_OR_NONE);
        return nodes;
    }

    private static Map<String, Form> preferences() {
        var nodes = nodes(Form.NUMBER, "stat");
        nodes.putAll(nodes(Form.SWITCH, "maillists", MailNames.SERVICE));
        nodes.put("dns_zone_type", Form.TEXT);
        return nodes;
    }

    private static Map<String, Form> hosting() {
        var properties = nodes(Form.MOST, "ftp_quota");
        properties.putAll(nodes(
                Form.SWITCH,
                "ssl",
                "ssl-redirect",
                "same_ssl",
                "php",
                "php_served_by_nginx",
                "php_safe_mode",
                "safe_mode",
                "ssi",
                "cgi",
                "perl",
                "python",
                "fastcgi",
                "asp",
                "asp_dot_net",
                "coldfusion",
                "miva",
                "fp",
                "fp_ssl",
                "fp_auth",
                "errdocs",
                "wuscripts",
                "wu_script",
                "at_domains",
                "webstat_protected",
                "nginx-transparent-mode",
                "nginx-serve-static"));
        return properties;
    }

    private static Map<String, Form> nodes(Form form, String... names) {
        var nodes = new LinkedHashMap<String, Form>();
        for (var name : names) nodes.put(name, form);
        return nodes;
    }

    /// What a node of a group says, as it is kept.
    ///
    /// @throws Failed for what it cannot say
    static String read(String group, Element said) {
        return read(group, said.name(), said.text());
    }

    static String read(String group, String name, String value) {
        var form = GROUPS.getOrDefault(group, Map.of()).getOrDefault(name, Form.TEXT);
        if (form == Form.SWITCH) return String.valueOf(Forms.bool(value));
        if (!form.takes(value) || !CHOICES.getOrDefault(name, List.of(value)).contains(value))
            throw Failed.invalid("Wrong value of " + name + ": " + value);
        return value;
    }

    /// In the order of the protocol, what that does not know behind.
    static Map<String, String> inOrder(String group, Map<String, String> values) {
        var left = new LinkedHashMap<>(values);
        var all = new LinkedHashMap<String, String>();
        for (var name : GROUPS.getOrDefault(group, Map.of()).keySet()) {
            var value = left.remove(name);
            if (value != null) all.put(name, value);
        }
        all.putAll(left);
        return all;
    }
}
