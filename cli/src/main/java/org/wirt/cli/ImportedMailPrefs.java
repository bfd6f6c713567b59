package org.wirt.cli;

/// What holds for the mail of a domain as a whole.
final class ImportedMailPrefs {

    private static final String KIND = "mail";
    private static final String SERVICE = "mailservice";
    private static final String NOBODY = "nonexistent-user";
    private static final String FORWARD = "forward";
    private static final String OFF = "false";

    private final Crossing crossing;

    ImportedMailPrefs(Crossing crossing) {
        this.crossing = crossing;
    }

    /// @param number of the domain here; empty: it would be made
    /// @param fresh  nothing of it can be here
    void take(String source, String number, String domain, boolean fresh) {
        for (var one : crossing.told(KIND, KIND, of(source), domain)) {
            var prefs = new Node("prefs");
            if (isOff(one)) prefs.add(SERVICE, OFF);
            var target = nobody(one);
            if (!target.isEmpty()) prefs.add(new Node(NOBODY).add(FORWARD, target));
            if (prefs.children().isEmpty()) continue;
            if (!fresh && isHere(number, prefs)) crossing.present(KIND, one, domain, number);
            else crossing.make(KIND, one, domain, () -> set(number, prefs));
        }
    }

    private static Node of(String site) {
        return Crossing.on("get_prefs", "site-id", site);
    }

    private static boolean isOff(Node told) {
        return told.part("prefs").text(SERVICE).equals(OFF);
    }

    /// Where mail for nobody goes.
    private static String nobody(Node told) {
        return told.part("prefs").part(NOBODY).text(FORWARD);
    }

    private boolean isHere(String number, Node wanted) {
        return crossing.ours(KIND, of(number)).stream()
                .anyMatch(ours -> (wanted.text(SERVICE).isEmpty() || isOff(ours))
                        && nobody(ours).equals(wanted.part(NOBODY).text(FORWARD)));
    }

    private Node set(String number, Node prefs) throws Packets.Refused {
        return crossing.here.one(
                KIND, Crossing.on("set_prefs", "site-id", number).add(prefs));
    }
}
