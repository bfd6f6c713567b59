package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Hosting plans: the caller's own, or those of whoever `-owner` names.
@Component
class PlanUtility implements Utility {

    private static final String KIND = "service plan";
    private static final String OPERATOR = "service-plan";

    /// What plans of other panels are called that come with them.
    private static final String USUAL = "Default Domain";

    /// Options that are kept as properties of the hosting it gives.
    private static final List<String> PROPERTIES = List.of(
            "quota",
            "ssl",
            "ssl-redirect",
            "php",
            "php_handler_id",
            "php_served_by_nginx",
            "cgi",
            "perl",
            "python",
            "fastcgi",
            "ssi",
            "webstat",
            "webstat_protdir",
            "err_docs",
            "shell",
            "wuscripts",
            "unpaid-website-status",
            "log-rotate",
            "log-bysize",
            "log-bytime",
            "log-max-num-files",
            "log-compress",
            "keep_traf_stat",
            "nginx-proxy-mode",
            "apache-restrict-follow-sym-links",
            "apache-additional-settings",
            "apache-additional-ssl-settings",
            "nginx-additional-settings",
            "settings",
            "additional-settings",
            "default_server_mysql",
            "default_server_postgresql");

    @Override
    public String name() {
        return "service_plan";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("create", "c", "makes one: <name>", this::create),
                new Command("update", "u", "changes one: <name>", this::update),
                new Command("duplicate", "d", "copies one: <name> -duplicate-name <name>", this::duplicate),
                new Command("remove", "r", "removes one: <name>", this::remove),
                new Command("create-default", "def", "makes '" + USUAL + "'", this::usual),
                new Command("info", "i", "tells about one: <name>", this::info),
                new Command("xml-info", "x", "prints one as XML: <name>", this::xml),
                new Command("list", "l", "lists the names", this::list));
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(Conditions.options(false));
        all.put("owner", "login of the reseller whose plan it is");
        all.put("new-name", "with --update");
        all.put("duplicate-name", "with --duplicate");
        all.put("external-id", "what another system calls it");
        all.put("hosting", "taken, and of no meaning: every plan gives hosting");
        for (var property : PROPERTIES) all.put(property, "kept as a property of the hosting it gives");
        return all;
    }

    private Output create(Line line, Speaker speaker) {
        return create(line, line.needed(), speaker);
    }

    private Output usual(Line line, Speaker speaker) {
        return create(line, USUAL, speaker);
    }

    private static Output create(Line line, String name, Speaker speaker) {
        speaker.one(OPERATOR, said(line, new Element("add").add("name", name)));
        return Success.made(KIND, name);
    }

    private static Element said(Line line, Element node) {
        owned(line, node);
        line.option("hosting").ifPresent(Line::bool);
        line.option("external-id").ifPresent(text -> node.add("external-id", text));
        Conditions.write(line, node);
        var real = new Element("vrt_hst");
        for (var property : PROPERTIES)
            line.option(property).ifPresent(value -> real.add(Conditions.property(property, value)));
        if (!real.children().isEmpty()) node.add(new Element("hosting").add(real));
        return node;
    }

    private static Element owned(Line line, Element node) {
        line.option("owner").ifPresent(owner -> node.add("owner-login", owner));
        return node;
    }

    private Output update(Line line, Speaker speaker) {
        var asked = said(line, on("set", line));
        line.option("new-name").ifPresent(name -> asked.add("name", name));
        speaker.one(OPERATOR, asked);
        return Success.changed(KIND, line.argument());
    }

    private static Element on(String operation, Line line) {
        return Speaker.on(operation, "name", line.needed());
    }

    private Output duplicate(Line line, Speaker speaker) {
        var copy = line.needed("duplicate-name");
        speaker.one(OPERATOR, owned(line, on("duplicate", line).add("duplicate-name", copy)));
        return Success.made(KIND, copy);
    }

    private Output remove(Line line, Speaker speaker) {
        speaker.one(OPERATOR, owned(line, on("del", line)));
        return Success.removed(KIND, line.argument());
    }

    private Output list(Line line, Speaker speaker) {
        return Plans.names(speaker.all(OPERATOR, owned(line, Speaker.onAll("get"))));
    }

    private Output info(Line line, Speaker speaker) {
        return Plans.told(speaker.one(OPERATOR, owned(line, on("get", line))), line.argument());
    }

    private Output xml(Line line, Speaker speaker) {
        return Plans.printed(speaker.one(OPERATOR, owned(line, on("get", line))), OPERATOR);
    }
}
