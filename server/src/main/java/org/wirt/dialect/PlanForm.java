package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Kind;
import org.wirt.plan.Limits;
import org.wirt.plan.Plan;
import org.wirt.subscription.ResellerContract;

/// What packets say of a plan, as the form of the deed that makes or changes one.
@Component
class PlanForm {

    /// Of a plan that is new; all others are off.
    static final List<String> ON = List.of(
            "create_domains",
            "manage_subdomains",
            "manage_domain_aliases",
            "access_service_users",
            "manage_webstat",
            "manage_spamfilter",
            "access_appcatalog",
            "cp_access");

    static final long SECONDS_OF_A_DAY = 86_400;

    /// Told as they were said, and of no effect.
    static final String WEB_SERVER = "web-server-settings";

    static final String NOBODY = "nonexistent-user";

    private static final List<String> GROUPS = List.of("preferences", "performance", "mail", WEB_SERVER);
    private static final Set<String> OF_NOBODY = Set.of("bounce", "forward", "reject");

    private final ResellerContract contracts;

    PlanForm(ResellerContract contracts) {
        this.contracts = contracts;
    }

    /// What is not said is what plans usually give, and never more than their owner holds. Call within a scoped
    /// transaction.
    Map<String, String> fresh(Element asked, Kind kind, long owner) {
        var input = new LinkedHashMap<String, String>();
        input.put("name", asked.text("name"));
        input.put("kind", kind.name());
        input.put("allApps", "true");
        input.put("overuse", "not_allowed");
        for (var name : ON) input.put("permission." + TermWords.permission(name), "true");
        if (owner != Scope.ADMINISTRATOR) within(contracts.of(owner).allowance(), input);
        if (kind == Kind.RESELLER) input.put(TermWords.SUBSCRIPTIONS, "true");
        return said(asked, input);
    }

    private static void within(Allowance held, Map<String, String> input) {
        for (var less : Limits.NONE.shortagesIn(held.limits()))
            input.put("limit." + less.key().name(), Long.toString(less.offered().value()));
        for (var name : ON) {
            var key = TermWords.permission(name);
            if (!held.permissions().allow(key)) input.put("permission." + key, "false");
        }
        if (held.apps() instanceof Apps.Named named) {
            input.remove("allApps");
            input.put("apps", String.join(",", named.sorted()));
        }
    }

    /// A plan is written as a whole: what is not named is said as it stands.
    Map<String, String> changed(Element asked, Plan plan) {
        var terms = plan.terms();
        var input = new LinkedHashMap<String, String>();
        input.put("name", Forms.name(asked).orElse(plan.name()));
        input.put("kind", plan.kind().name());
        input.put("overuse", terms.overuse().name().toLowerCase(Locale.ROOT));
        input.put("oversell", String.valueOf(terms.oversell()));
        input.put("validity", terms.validityDays().map(String::valueOf).orElse(""));
        if (terms.apps() instanceof Apps.Named named) input.put("apps", String.join(",", named.sorted()));
        else input.put("allApps", "true");
        terms.limits().values().forEach((key, value) -> input.put("limit." + key, Long.toString(value)));
        terms.permissions().values().forEach((key, on) -> input.put("permission." + key, String.valueOf(on)));
        return said(asked, input);
    }

    private static Map<String, String> said(Element asked, Map<String, String> input) {
        boolean reseller = Kind.RESELLER.name().equals(input.get("kind"));
        var held = Set.copyOf(input.keySet());
        input.putAll(reseller ? TermsSaid.ofReseller(asked, held) : TermsSaid.ofHosting(asked, held));
        // A plan says how long, not until when: whole days, and a part of one is one.
        TermsSaid.expiration(asked)
                .ifPresent(seconds -> input.put(
                        "validity", seconds < 0 ? "" : Long.toString(Math.ceilDiv(seconds, SECONDS_OF_A_DAY))));
        input.put("numbers", "en");
        for (var field : List.copyOf(input.keySet())) {
            if (!field.startsWith("limit.")) continue;
            var name = field.substring("limit.".length());
            if ("-1".equals(input.get(field))) input.put("unlimited." + name, "true");
            else input.put("unit." + name, "B");
        }
        return input;
    }

    /// What is kept of it beside limits and permissions.
    static Map<String, String> kept(Element asked) {
        var kept = new LinkedHashMap<String, String>();
        asked.child(Kept.EXTERNAL_ID).ifPresent(said -> kept.put(Kept.EXTERNAL_ID, said.text()));
        for (var group : GROUPS)
            asked.child(group).ifPresent(said -> {
                for (var one : said.children()) {
                    if (one.name().equals(NOBODY)) kept.put(NOBODY, nobody(one));
                    else if (one.children().isEmpty()) kept.put(group + "." + one.name(), KeptGroups.read(group, one));
                    else throw Failed.invalid("Node " + one.name() + " is not expected in " + group);
                }
            });
        kept.putAll(RotationWords.kept(asked));
        kept.putAll(OveruseWords.kept(asked));
        refuseNone(asked.part("hosting"), asked.text("hosting-type"));
        asked.child("hosting").ifPresent(said -> {
            var real = said.child(HostingKinds.REAL).orElse(said);
            kept.putAll(HostingProperties.ofPlan(HostingProperties.of(real)));
        });
        kept.putAll(KeptWords.settings(asked));
        return kept;
    }

    /// What happens to mail for nobody: one word, and with it the text or the address.
    private static String nobody(Element said) {
        var children = said.children();
        if (children.size() != 1 || !OF_NOBODY.contains(children.getFirst().name()))
            throw Failed.invalid(NOBODY + " is one of bounce, forward, reject.");
        var one = children.getFirst();
        return one.name() + " " + one.text();
    }

    /// Whether there is a website is said by the subscription that is made from it.
    private static void refuseNone(Element hosting, String type) {
        if (RedirectWords.isKind(type) || RedirectWords.of(hosting).isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Subscriptions made from a plan have hosting, or none.");
        if (hosting.has("none") || type.equals("none"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A plan without hosting is not supported.");
        if (!type.isEmpty() && !type.equals(HostingKinds.REAL)) throw Failed.invalid("Unknown hosting type " + type);
    }
}
