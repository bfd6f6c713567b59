package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;

/// What options say of the web server and of PHP, as nodes of the dialect and back.
final class WebSettings {

    private static final String SERVER = "web-server-settings";
    private static final String PHP = "php-settings";
    private static final String SETTINGS = "settings";
    private static final String ADDITIONAL = "additional-settings";

    /// What further lines of PHP's configuration are called among its settings.
    private static final String DIRECTIVES = "additional-directives";

    /// Node by option.
    private static final Map<String, String> NODES = nodes();

    static final Map<String, String> OPTIONS = options();

    private WebSettings() {}

    private static Map<String, String> nodes() {
        var nodes = new LinkedHashMap<String, String>();
        nodes.put("apache-additional-settings", "additional");
        nodes.put("apache-additional-ssl-settings", "additional-ssl");
        nodes.put("nginx-additional-settings", "additional-nginx");
        nodes.put("apache-restrict-follow-sym-links", "restrict-follow-sym-links");
        nodes.put("nginx-proxy-mode", "nginx-proxy-mode");
        return nodes;
    }

    private static Map<String, String> options() {
        var all = new LinkedHashMap<String, String>();
        for (var option : NODES.keySet()) all.put(option, "kept, of the web server of its sites");
        all.put(SETTINGS, "kept, of PHP; name=value, one in a line");
        all.put(ADDITIONAL, "kept; further lines of PHP's configuration");
        return all;
    }

    static void write(Line line, Element node) {
        var server = new Element(SERVER);
        NODES.forEach((option, name) -> line.option(option).ifPresent(value -> server.add(name, value)));
        if (!server.children().isEmpty()) node.add(server);
        var php = new Element(PHP);
        line.option(SETTINGS).ifPresent(text -> settings(text, php));
        line.option(ADDITIONAL).ifPresent(text -> php.add(setting(DIRECTIVES, text)));
        if (!php.children().isEmpty()) node.add(php);
    }

    private static void settings(String text, Element php) {
        for (var one : text.lines().map(String::strip).toList()) {
            if (one.isEmpty() || one.startsWith(";")) continue;
            int equals = one.indexOf('=');
            if (equals < 1) throw new Failed(1, "-settings takes name=value, one in a line: " + one);
            php.add(setting(
                    one.substring(0, equals).strip(), one.substring(equals + 1).strip()));
        }
    }

    private static Element setting(String name, String value) {
        return new Element("setting").add("name", name).add("value", value);
    }

    static void tell(Element plan, Sheet sheet) {
        var server = plan.part(SERVER);
        NODES.forEach((option, name) -> {
            if (server.has(name)) sheet.row(option, server.text(name));
        });
        for (var setting : plan.part(PHP).all("setting")) {
            var name = setting.text("name");
            sheet.row(name.equals(DIRECTIVES) ? ADDITIONAL : name, setting.text("value"));
        }
    }
}
