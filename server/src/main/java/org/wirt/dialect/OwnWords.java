package org.wirt.dialect;

import java.util.Map;
import java.util.Set;
import org.wirt.access.Level;

/// What a customer may say of his own subscription, as far as the verbs and his contract let him; everything else is
/// said by his provider.
final class OwnWords {

    static final Set<Integer> STATUSES = Set.of(Statuses.ACTIVE, Statuses.DISABLED, Statuses.CUSTOMER);

    private static final String VALUES = "values";

    /// By the way to where they stand. Below what has no line here anything can stand.
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            VALUES,
            Set.of("gen_setup", "hosting", "prefs", "php-settings", "mail"),
            VALUES + "/gen_setup",
            Set.of("status", "description"),
            VALUES + "/hosting",
            Set.of("vrt_hst", "std_fwd", "frm_fwd"),
            VALUES + "/hosting/vrt_hst",
            Set.of("property"),
            VALUES + "/hosting/std_fwd",
            Set.of("dest_url", "http_code"),
            VALUES + "/hosting/frm_fwd",
            Set.of("dest_url"));

    private OwnWords() {}

    /// @throws Failed 1006 where a customer says anything else, be it what holds already
    static void check(Exchange exchange, Element values) {
        if (!exchange.caller().level().reaches(Level.RESELLER)) check(VALUES, values);
    }

    private static void check(String way, Element within) {
        var allowed = ALLOWED.get(way);
        if (allowed == null) return;
        for (var node : within.children()) {
            if (!allowed.contains(node.name())) throw Failed.notPermitted();
            check(way + "/" + node.name(), node);
        }
    }
}
