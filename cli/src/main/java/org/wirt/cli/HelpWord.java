package org.wirt.cli;

import java.util.List;

/// `wirt help`: what there is to say, from what the panel lets the caller do.
record HelpWord(Surroundings around, Texts t) {

    /// What needs no panel.
    int general() {
        around.out().println(t.of("help"));
        return ExitCodes.DONE;
    }

    int of(Session session, List<String> words) {
        var catalogue = session.catalogue();
        var kind = words.getFirst();
        var verbs = catalogue.ofKind(kind);
        if (verbs.isEmpty() && Kind.of(kind).isEmpty())
            throw session.unknown("kind-unknown", kind, Main.words(catalogue));
        if (words.size() == 1) kind(kind, verbs);
        else
            catalogue.verb(kind, words.get(1)).ifPresentOrElse(this::verb, () -> {
                throw session.unknown("word-unknown", words.get(1), Main.words(catalogue, kind));
            });
        return ExitCodes.DONE;
    }

    private void kind(String kind, List<Catalogue.Verb> verbs) {
        var table = new Table(List.of(t.column("command"), t.column("what")));
        Kind.of(kind).ifPresent(known -> {
            table.add(List.of("wirt " + kind + " list", t.of("help-list")));
            if (!known.equals(Kind.AUDIT)) table.add(List.of("wirt " + kind + " show", t.of("help-show")));
        });
        for (var verb : verbs) table.add(List.of("wirt " + kind + " " + verb.word(), verb.title()));
        table.lines(around.isRead() ? around.width() : 0).forEach(around.out()::println);
    }

    private void verb(Catalogue.Verb verb) {
        around.out().println("wirt " + verb.kind() + " " + verb.word() + " " + target(verb) + "\n  " + verb.title());
        if (verb.undoable()) around.out().println("  " + t.of("help-undoable"));
        for (var field : verb.inputs()) {
            if (field.name().equals("repeat")) continue;
            around.out().println("  --" + field.option() + shape(field));
        }
        around.out().println("  --preview --json --no-wait --yes --filter name=value");
    }

    private static String target(Catalogue.Verb verb) {
        if (!verb.makes()) return "<" + verb.kind() + ">…";
        var parents = Kind.parents(verb.kind());
        return parents.equals(List.of("reseller")) ? "[<reseller>]" : "<" + String.join("|", parents) + ">";
    }

    private static String shape(Catalogue.Input field) {
        if (field.secret()) return "-file FILE|-  --" + field.option() + "-env NAME";
        if (field.isSwitch()) return "";
        return field.isMap() ? " name=value" : " …";
    }
}
