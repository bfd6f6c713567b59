package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Reseller plans.
@Component
class ResellerPlanUtility implements Utility {

    private static final String KIND = "reseller plan";
    private static final String OPERATOR = "reseller-plan";

    @Override
    public String name() {
        return "reseller_plan";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("create", "c", "makes one: <name>", this::create),
                new Command("update", "u", "changes one: <name>", this::update),
                new Command("duplicate", "d", "copies one: <name> -duplicate-name <name>", this::duplicate),
                new Command("remove", "r", "removes one: <name>", this::remove),
                new Command("info", "i", "tells about one: <name>", this::info),
                new Command("xml-info", "x", "prints one as XML: <name>", this::xml),
                new Command("list", "l", "lists the names", this::list));
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(Conditions.options(true));
        all.put("new-name", "with --update");
        all.put("duplicate-name", "with --duplicate");
        all.put("external-id", "what another system calls it");
        return all;
    }

    private Output create(Line line, Speaker speaker) {
        speaker.one(OPERATOR, said(line, new Element("add").add("name", line.needed())));
        return Success.made(KIND, line.argument());
    }

    private static Element said(Line line, Element node) {
        line.option("external-id").ifPresent(text -> node.add("external-id", text));
        Conditions.write(line, node);
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
        speaker.one(
                OPERATOR, new Element("duplicate").add("name", line.needed()).add("duplicate-name", copy));
        return Success.made(KIND, copy);
    }

    private Output remove(Line line, Speaker speaker) {
        speaker.one(OPERATOR, on("del", line));
        return Success.removed(KIND, line.argument());
    }

    private Output list(Line line, Speaker speaker) {
        var all = new Element("get").add(new Element("filter").add(new Element("all")));
        return Plans.names(speaker.all(OPERATOR, all));
    }

    private static Element whole(Line line) {
        return on("get", line).add(new Element("limits")).add(new Element("permissions"));
    }

    private Output info(Line line, Speaker speaker) {
        return Plans.told(speaker.one(OPERATOR, whole(line)), line.argument());
    }

    private Output xml(Line line, Speaker speaker) {
        return Plans.printed(speaker.one(OPERATOR, whole(line)), OPERATOR);
    }
}
