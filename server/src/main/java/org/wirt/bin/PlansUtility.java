package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wirt.dialect.Characters;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;

/// What can be done with plans of either kind.
abstract class PlansUtility implements Utility {

    private final String kind;
    private final String operator;

    /// @param kind     as it is called in sentences
    /// @param operator as the dialect calls it
    PlansUtility(String kind, String operator) {
        this.kind = kind;
        this.operator = operator;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "create",
                        "c",
                        "makes one: <name>",
                        said(),
                        (line, speaker) -> create(line, line.needed(), speaker)),
                new Command("update", "u", "changes one: <name>", with("new-name", said()), this::update),
                new Command(
                        "duplicate",
                        "d",
                        "copies one: <name> -duplicate-name <name>",
                        with("duplicate-name", whose()),
                        this::duplicate),
                new Command("remove", "r", "removes one: <name>", whose(), this::remove),
                new Command("info", "i", "tells about one: <name>", whose(), this::info),
                new Command("xml-info", "x", "prints one as XML: <name>", whose(), this::xml),
                new Command("list", "l", "lists the names", whose(), this::list).ofNone());
    }

    /// Options that say something of a plan.
    final Set<String> said() {
        var all = new TreeSet<>(options().keySet());
        all.removeAll(List.of("new-name", "duplicate-name"));
        return all;
    }

    private Set<String> whose() {
        return options().containsKey("owner") ? Set.of("owner") : Set.of();
    }

    private static Set<String> with(String option, Set<String> others) {
        var all = new TreeSet<>(others);
        all.add(option);
        return all;
    }

    static Map<String, String> options(boolean reseller) {
        var all = new LinkedHashMap<>(Conditions.options(reseller));
        all.put("new-name", "with --update");
        all.put("duplicate-name", "with --duplicate");
        all.put("external-id", "what another system calls it");
        return all;
    }

    /// Says whose plan is meant, where plans belong to somebody.
    Element owned(Line line, Element node) {
        return node;
    }

    /// What is said beside name, limits and permissions.
    void furnish(Line line, Element node) {}

    /// A request that makes a copy.
    Element duplicating(Line line) {
        return on("duplicate", line);
    }

    /// A request about all there are.
    Element all() {
        return Speaker.onAll("get");
    }

    /// A request that tells one with all that it gives.
    Element whole(Line line) {
        return on("get", line);
    }

    final Output create(Line line, String name, Speaker speaker) {
        speaker.one(operator, said(line, new Element("add").add("name", name)));
        return Success.made(kind, name);
    }

    private Element said(Line line, Element node) {
        owned(line, node);
        line.option("external-id").ifPresent(text -> node.add("external-id", text));
        Conditions.write(line, node);
        furnish(line, node);
        return node;
    }

    private Output update(Line line, Speaker speaker) {
        var asked = said(line, on("set", line));
        line.option("new-name").ifPresent(name -> {
            Characters.checkLine("-new-name", name);
            asked.add("name", name);
        });
        speaker.one(operator, asked);
        return Success.changed(kind, line.argument());
    }

    static Element on(String operation, Line line) {
        return Speaker.on(operation, "name", line.needed());
    }

    private Output duplicate(Line line, Speaker speaker) {
        var copy = line.needed("duplicate-name");
        Characters.checkLine("-duplicate-name", copy);
        speaker.one(operator, owned(line, duplicating(line).add("duplicate-name", copy)));
        return Success.made(kind, copy);
    }

    private Output remove(Line line, Speaker speaker) {
        speaker.one(operator, owned(line, on("del", line)));
        return Success.removed(kind, line.argument());
    }

    private Output list(Line line, Speaker speaker) {
        var text = new StringBuilder();
        speaker.each(
                operator,
                owned(line, all()),
                plan -> text.append(plan.text("name")).append('\n'));
        return Output.printed(text.toString());
    }

    private Output info(Line line, Speaker speaker) {
        var plan = speaker.one(operator, owned(line, whole(line)));
        var sheet = new Sheet()
                .row("Name", plan.text("name"))
                .row("GUID", plan.text("guid"))
                .row("External ID", plan.text("external-id"));
        for (var property : plan.part("hosting").part("vrt_hst").all("property"))
            sheet.row(property.text("name"), property.text("value"));
        LogRotation.tell(plan, sheet);
        WebSettings.tell(plan, sheet);
        return Conditions.tell(plan, sheet).about(line.argument());
    }

    private Output xml(Line line, Speaker speaker) {
        var plan = new Element(operator);
        speaker.one(operator, owned(line, whole(line))).children().stream()
                .filter(child -> !child.name().equals("status"))
                .forEach(plan::add);
        return Output.printed(Dialect.text(plan));
    }
}
