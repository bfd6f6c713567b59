package org.wirt.bin;

import java.util.List;
import java.util.stream.Collectors;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;

/// What is printed of plans of either kind.
final class Plans {

    private Plans() {}

    static Output names(List<Element> results) {
        return Output.printed(
                results.stream().map(result -> result.text("name") + "\n").collect(Collectors.joining()));
    }

    static Output told(Element result, String name) {
        var sheet = new Sheet()
                .row("Name", result.text("name"))
                .row("GUID", result.text("guid"))
                .row("External ID", result.text("external-id"));
        for (var property : result.part("hosting").part("vrt_hst").all("property"))
            sheet.row(property.text("name"), property.text("value"));
        return Conditions.tell(result, sheet).about(name);
    }

    static Output printed(Element result, String node) {
        var plan = new Element(node);
        result.children().stream()
                .filter(child -> !child.name().equals("status"))
                .forEach(plan::add);
        return Output.printed(Dialect.text(plan));
    }
}
