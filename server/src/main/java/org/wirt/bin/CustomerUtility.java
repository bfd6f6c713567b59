package org.wirt.bin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// Customers.
@Component
class CustomerUtility extends AccountUtility {

    private static final String KIND = "customer";

    CustomerUtility() {
        super(KIND, "gen_info");
    }

    @Override
    void complete(Line line, Element info, Element asked) {
        line.option("owner").ifPresent(owner -> info.add("owner-login", owner));
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<>(super.commands());
        all.add(new Command(
                "change-owner",
                "co",
                "moves one: <login> -owner <login>",
                Set.of("owner", "service-plan", "map"),
                CustomerUtility::move));
        all.add(new Command(
                "convert-to-reseller",
                "ctr",
                "makes a reseller of one: <login>",
                Set.of("reseller-plan", "service-plan"),
                CustomerUtility::convert));
        return all;
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(super.options());
        all.put("reseller-plan", "a reseller plan by its name");
        all.put("map", "addresses are not mapped");
        return all;
    }

    @Override
    Set<String> fresh() {
        var all = new TreeSet<>(SAID);
        all.add("owner");
        return all;
    }

    private static Output move(Line line, Speaker speaker) {
        if (line.option("map").isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Addresses are not mapped: those of the new owner are used.");
        var asked = Speaker.on("change-owner", "login", line.needed()).add("new-owner-login", line.needed("owner"));
        line.option("service-plan").ifPresent(plan -> asked.add("plan-name", plan));
        speaker.one(KIND, asked);
        return Success.changed(KIND, line.argument());
    }

    private static Output convert(Line line, Speaker speaker) {
        var asked = Speaker.on("convert-to-reseller", "login", line.needed());
        line.agree("reseller-plan", "service-plan", UnaryOperator.identity());
        line.option("reseller-plan")
                .or(() -> line.option("service-plan"))
                .ifPresent(plan -> asked.add("reseller-plan-name", plan));
        speaker.one(KIND, asked);
        return Success.changed(KIND, line.argument());
    }
}
