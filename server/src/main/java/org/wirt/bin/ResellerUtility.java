package org.wirt.bin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;

/// Resellers.
@Component
class ResellerUtility extends AccountUtility {

    static final String KIND = "reseller";

    ResellerUtility() {
        super(KIND, "gen-info");
    }

    @Override
    void complete(Line line, Element info, Element asked) {
        if (line.option("owner").filter(owner -> !owner.equals("admin")).isPresent())
            throw new Failed(1, "Resellers belong to the administrator.");
        var plan = line.option("service-plan");
        // At the command line nobody is given what nobody has named.
        if (plan.isPresent()) asked.add("plan-name", plan.get());
        else
            asked.add(new Element("limits").add(new Element("all-to-zero")))
                    .add(new Element("permissions").add(new Element("revoke-all")));
    }

    @Override
    Set<String> fresh() {
        var all = new TreeSet<>(SAID);
        all.addAll(List.of("owner", "service-plan"));
        return all;
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<>(super.commands());
        all.add(new Command(
                "convert-to-customer", "ctc", "makes a customer of one: <login>", ResellerUtility::convert));
        all.add(new Command(
                "switch-subscription",
                "ss",
                "gives one another plan: <login> -service-plan",
                Set.of("service-plan"),
                ResellerUtility::change));
        all.add(new Command(
                "sync-subscription", "sync", "binds one to its plan anew: <login>", ResellerUtility::bindAnew));
        all.add(new Command(
                "unlock-subscription", "unlock", "binds one to its plan anew: <login>", ResellerUtility::bindAnew));
        all.add(new Command("lock-subscription", "lock", "locks one against its plan: <login>", ResellerUtility::lock));
        return all;
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(super.options());
        all.put("owner", "the administrator's login: no other has resellers");
        all.put("force", "taken, and of no meaning");
        return all;
    }

    /// Like any subscription: by what it holds.
    private static Output lock(Line line, Speaker speaker) {
        speaker.one(KIND, Speaker.on("get", "login", line.needed()).add(Speaker.dataset("subscriptions")));
        throw SubscriptionUtility.noLock();
    }

    private static Output convert(Line line, Speaker speaker) {
        speaker.one(KIND, Speaker.on("convert-to-customer", "login", line.needed()));
        return Success.changed(KIND, line.argument());
    }

    private static Output change(Line line, Speaker speaker) {
        speaker.one(
                KIND,
                Speaker.on("switch-subscription", "login", line.needed())
                        .add("plan-name", line.needed("service-plan")));
        return Success.changed(KIND, line.argument());
    }

    private static Output bindAnew(Line line, Speaker speaker) {
        speaker.one(KIND, Speaker.on("sync-subscription", "login", line.needed()));
        return Success.changed(KIND, line.argument());
    }
}
