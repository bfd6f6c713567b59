package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Kind;
import org.wirt.plan.Plan;

/// What packets say of a plan, as the form of the deed that makes or changes one.
@Component
class PlanForm {

    /// Of a plan that is new; all others are off.
    private static final List<String> ON = List.of(
            "create_domains",
            "manage_subdomains",
            "manage_domain_aliases",
            "access_service_users",
            "manage_webstat",
            "manage_spamfilter",
            "access_appcatalog",
            "cp_access");

    static final long SECONDS_OF_A_DAY = 86_400;

    private static final List<String> GROUPS = List.of("preferences", "performance", "mail", "log-rotation");

    Map<String, String> fresh(Element asked, Kind kind) {
        var input = new LinkedHashMap<String, String>();
        input.put("name", asked.text("name"));
        input.put("kind", kind.name());
        input.put("allApps", "true");
        input.put("overuse", "not_allowed");
        for (var name : ON) input.put("permission." + TermWords.permission(name), "true");
        if (kind == Kind.RESELLER) input.put(TermWords.SUBSCRIPTIONS, "true");
        return said(asked, input);
    }

    /// A plan is written as a whole: what is not named is said as it stands.
    Map<String, String> changed(Element asked, Plan plan) {
        var terms = plan.terms();
        var input = new LinkedHashMap<String, String>();
        input.put("name", asked.text("name").isEmpty() ? plan.name() : asked.text("name"));
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
        input.putAll(reseller ? TermWords.ofReseller(asked) : TermWords.input(asked));
        // A plan says how long, not until when: whole days, and a part of one is one.
        TermWords.expiration(asked)
                .ifPresent(seconds -> input.put(
                        "validity", seconds < 0 ? "" : Long.toString(Math.ceilDiv(seconds, SECONDS_OF_A_DAY))));
        input.put("numbers", "en");
        for (var key : Catalogue.limits()) {
            var name = "limit." + key.name();
            var value = input.get(name);
            if (value == null) continue;
            if (value.equals("-1")) input.put("unlimited." + key.name(), "true");
            else input.put("unit." + key.name(), "B");
        }
        return input;
    }

    /// What is kept of it beside limits and permissions.
    static Map<String, String> kept(Element asked) {
        var kept = new LinkedHashMap<String, String>();
        asked.child(Kept.EXTERNAL_ID).ifPresent(said -> kept.put(Kept.EXTERNAL_ID, said.text()));
        for (var group : GROUPS)
            asked.child(group).ifPresent(said -> {
                for (var one : said.children())
                    if (one.children().isEmpty()) kept.put(group + "." + one.name(), one.text());
            });
        kept.putAll(OveruseWords.kept(asked));
        asked.child("hosting").ifPresent(said -> {
            var real = said.child(HostingWords.REAL).orElse(said);
            kept.putAll(HostingWords.ofPlan(HostingWords.properties(real)));
        });
        asked.child("php-settings").ifPresent(said -> {
            for (var one : said.all("setting"))
                kept.put("php-settings." + one.needed("name").text(), one.text("value"));
        });
        return kept;
    }
}
