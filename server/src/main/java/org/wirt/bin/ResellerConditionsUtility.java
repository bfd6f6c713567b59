package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Limits and permissions of resellers.
@Component
class ResellerConditionsUtility implements Utility {

    @Override
    public String name() {
        return "reseller_pref";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "update",
                        "u",
                        "changes limits and permissions: <login>",
                        options().keySet(),
                        this::update),
                new Command("info", "i", "tells limits and permissions: <login>", this::info));
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(Conditions.options(true));
        all.put("oversell", "whether he may give more than he has; true or false");
        all.put("power-user", "kept; true or false");
        return all;
    }

    private Output update(Line line, Speaker speaker) {
        var values = new Element("values");
        line.option("power-user").ifPresent(on -> values.add(new Element("gen-info").add("power-user", Line.bool(on))));
        Conditions.write(line, values);
        line.option("oversell").ifPresent(on -> {
            var limits = values.part("limits");
            if (!values.has("limits")) values.add(limits);
            limits.add(new Element("resource-policy").add("oversell", Line.bool(on)));
        });
        speaker.one(
                ResellerUtility.KIND, Speaker.on("set", "login", line.needed()).add(values));
        return Success.changed(ResellerUtility.KIND, line.argument());
    }

    private Output info(Line line, Speaker speaker) {
        var data = speaker.one(
                        ResellerUtility.KIND,
                        Speaker.on("get", "login", line.needed()).add(Speaker.dataset("limits", "permissions")))
                .part("data");
        return Conditions.tell(data, new Sheet()).about(line.argument());
    }
}
