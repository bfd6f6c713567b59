package org.wirt.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What kind of event a deed is: the object and what became of it. Programs choose by these words, which stay when
/// verbs come and go.
public final class EventTypes {

    /// Behind the name of a verb that was taken back.
    public static final String UNDO = ".undo";

    private static final Set<String> STATUS =
            Set.of("suspend", "activate", "deactivate", "disable", "enable", "accept", "drain");

    private static final Map<String, String> DEEDS = Map.ofEntries(
            Map.entry("create", "created"),
            Map.entry("clone", "created"),
            Map.entry("make", "created"),
            Map.entry("remove", "deleted"),
            Map.entry("revoke", "deleted"),
            Map.entry("restore", "restored"),
            Map.entry("move", "moved"),
            Map.entry("relocate", "moved"),
            Map.entry("convert", "converted"),
            Map.entry("plan", "plan-changed"),
            Map.entry("bind-add-on", "plan-changed"),
            Map.entry("unbind-add-on", "plan-changed"),
            Map.entry("subscriber", "owner-changed"),
            Map.entry("customize", "limits-changed"),
            Map.entry("disk-limit", "disk-limit-reached"),
            Map.entry("traffic-limit", "traffic-limit-reached"),
            Map.entry("message", "messaged"));

    private static final Map<String, String> WHOLE = Map.of(
            "login", "login.succeeded",
            "login.failed", "login.failed",
            "login.suspended", "login.refused",
            "login.not-in-contract", "login.refused",
            "logout", "login.ended",
            "session.end", "login.ended",
            "login.vouched", "login.vouched",
            "account.log-in-as", "login.as");

    /// What is recorded although it is no verb, besides what rooms say of themselves ([RecordedDeeds]).
    private static final List<String> BESIDE = List.of(
            "token.make", "token.revoke", "letter.reveal", "subscription.disk-limit", "subscription.traffic-limit");

    private EventTypes() {}

    /// All there are where these deeds are.
    ///
    /// @param deeds as audit lines name them, taking them back included
    public static SortedSet<String> all(Collection<String> deeds) {
        var all = new TreeSet<>(WHOLE.values());
        for (var deed : deeds) all.add(of(deed));
        for (var deed : BESIDE) all.add(of(deed));
        return all;
    }

    /// @param verb of an audit line
    public static String of(String verb) {
        var whole = WHOLE.get(verb);
        if (whole != null) return whole;
        var done = verb.endsWith(UNDO) ? verb.substring(0, verb.length() - UNDO.length()) : verb;
        int dot = done.indexOf('.');
        if (dot < 0) return done;
        var object = done.substring(0, dot);
        var deed = done.substring(dot + 1);
        if (STATUS.contains(deed)) return object + ".status-changed";
        if (verb.endsWith(UNDO) && deed.equals("remove")) return object + ".restored";
        return object + "." + DEEDS.getOrDefault(deed, "updated");
    }
}
