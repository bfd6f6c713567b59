package org.wirt.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The way from one panel to the other: what is asked there and here, and what is known of both meanwhile.
///
/// What has been taken is known again by its external id, never by its name, which may be somebody else's here. While
/// one is not whole yet, a word stands in front of that id: a later time goes on with it.
final class Crossing {

    private static final String UNFINISHED = "importing:";
    private static final int PAGE = 50;

    final Packets there;
    final Packets here;

    /// Nothing is made: only looked at.
    final boolean dry;

    final Texts t;
    final NewPasswords passwords;

    /// Numbers here by those there, of accounts; empty in a dry run, absent where one was not taken.
    final Map<String, String> accounts = new HashMap<>();

    /// Status there by number there, of accounts.
    final Map<String, Integer> statuses = new HashMap<>();

    /// Numbers there of accounts whose reseller holds his limits here already: nothing without limits fits into those.
    final Set<String> bound = new HashSet<>();

    /// Guids here by those there, of plans; as those of accounts.
    final Map<String, String> plans = new HashMap<>();

    /// The same of add-on plans.
    final Map<String, String> addOns = new HashMap<>();

    private final Taken taken;
    private final Terms terms;

    Crossing(Packets there, Packets here, boolean dry, Texts t, NewPasswords passwords, Taken taken) {
        this.there = there;
        this.here = here;
        this.dry = dry;
        this.t = t;
        this.passwords = passwords;
        this.taken = taken;
        this.terms = new Terms(this);
    }

    Terms terms() {
        return terms;
    }

    static Node all(String... dataset) {
        return with(new Node("get").add(new Node("filter")), dataset);
    }

    static Node on(String operation, String kind, String value, String... dataset) {
        return with(new Node(operation).add(new Node("filter").add(kind, value)), dataset);
    }

    private static Node with(Node asked, String... dataset) {
        if (dataset.length == 0) return asked;
        var wanted = new Node("dataset");
        for (var part : dataset) wanted.add(new Node(part));
        return asked.add(wanted);
    }

    static void copy(Node from, Node to, String... names) {
        for (var name : names)
            from.child(name)
                    .filter(node -> !node.text().isEmpty() || !node.children().isEmpty())
                    .ifPresent(to::add);
    }

    /// What is there; what it does not tell is told here.
    List<Node> told(String kind, String operator, Node asked, String whose) {
        var all = new ArrayList<Node>();
        try {
            there.each(operator, asked, result -> {
                try {
                    all.add(Packets.good(result));
                } catch (Packets.Refused refused) {
                    if (!Packets.isMissing(result)) not(kind, result, whose, refused.text());
                }
            });
        } catch (Packets.Refused refused) {
            not(kind, new Node("result"), whose, refused.text());
        }
        return all;
    }

    /// Everything of a kind that is there, some at a time: first their numbers alone, so that their panel need not wait
    /// in the middle of an answer until all are made here.
    void pages(String kind, String operator, Consumer<List<Node>> page, String... dataset) {
        var ids = new LinkedHashSet<String>();
        try {
            there.each(operator, all(dataset[0]), result -> {
                if (!result.text("id").isEmpty()) ids.add(result.text("id"));
                else if (!result.text("errcode").isEmpty()) not(kind, result, "*", result.text("errtext"));
            });
        } catch (Packets.Refused refused) {
            not(kind, new Node("result"), "*", refused.text());
        }
        var left = new ArrayList<>(ids);
        for (int from = 0; from < left.size(); from += PAGE) {
            var filter = new Node("filter");
            left.subList(from, Math.min(from + PAGE, left.size())).forEach(id -> filter.add("id", id));
            page.accept(told(kind, operator, with(new Node("get").add(filter), dataset), "*"));
        }
    }

    /// What other systems know it by: as it was told to the panel there, else the number that it keeps for life there.
    static String external(Node info, Node result) {
        return Stream.of(info.text("external-id"), info.text("guid"), result.text("guid"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseGet(() -> "id:" + result.text("id"));
    }

    /// Whether what is known here by that id is what is there: a GUID is nobody else's, but two billing systems may
    /// count
    /// alike, and then the name tells them apart.
    static boolean isSame(Node here, Node info, Node result, String by) {
        var external = external(info, result);
        if (external.equals(info.text("guid")) || external.equals(result.text("guid"))) return true;
        return name(here, by).equalsIgnoreCase(info.text(by));
    }

    /// @param by what its name is called
    static String name(Node here, String by) {
        return here.part("data").children().stream()
                .map(info -> info.text(by))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String unfinished(String external) {
        return UNFINISHED + external;
    }

    /// What is here already of some that are there.
    ///
    /// @param finished   by external id
    /// @param unfinished by external id
    /// @param names      that are in use, in small letters
    record Present(Map<String, Node> finished, Map<String, Node> unfinished, Set<String> names) {

        Optional<Node> of(String external) {
            return Optional.ofNullable(finished.get(external)).or(() -> Optional.ofNullable(unfinished.get(external)));
        }

        boolean isFinished(String external) {
            return finished.containsKey(external);
        }

        boolean isInUse(String name) {
            return names.contains(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /// @param by    what a name is called in a filter
    /// @param named operators whose names must be free
    Present present(String operator, List<String> externals, List<String> names, String by, String... named) {
        try {
            var ids = new ArrayList<>(externals);
            externals.forEach(external -> ids.add(unfinished(external)));
            var found = here.known(operator, "external-id", ids);
            var finished = new HashMap<String, Node>();
            var open = new HashMap<String, Node>();
            for (var external : externals) {
                if (found.containsKey(external)) finished.put(external, found.get(external));
                if (found.containsKey(unfinished(external))) open.put(external, found.get(unfinished(external)));
            }
            var used = new HashSet<String>();
            for (var kind : named)
                here.known(kind, by, names).keySet().forEach(name -> used.add(name.toLowerCase(java.util.Locale.ROOT)));
            return new Present(finished, open, used);
        } catch (Packets.Refused refused) {
            throw new Failure(ExitCodes.FAULT, here + ": " + refused.text());
        }
    }

    /// What is here.
    ///
    /// @throws Failure where it does not tell: it cannot be known then what is missing
    List<Node> ours(String operator, Node asked) {
        try {
            var all = new ArrayList<Node>();
            for (var result : here.all(operator, asked)) if (!Packets.isMissing(result)) all.add(Packets.good(result));
            return all;
        } catch (Packets.Refused refused) {
            throw new Failure(ExitCodes.FAULT, here + ": " + refused.text());
        }
    }

    interface Making {
        /// @return what the panel here said of what it made
        Node made() throws Packets.Refused;
    }

    /// Makes one that is not here.
    ///
    /// @return its number; empty in a dry run; absent where it was refused
    Optional<String> make(String kind, Node result, String name, Making making) {
        if (dry) {
            taken(kind, result, name, "");
            return Optional.of("");
        }
        try {
            var number = making.made().text("id");
            taken(kind, result, name, number);
            return Optional.of(number);
        } catch (Packets.Refused refused) {
            not(kind, result, name, refused.text());
            return Optional.empty();
        }
    }

    void taken(String kind, Node result, String name, String number) {
        row(kind, result, name, number, Taken.Outcome.TAKEN, "");
    }

    void present(String kind, Node result, String name, String number) {
        row(kind, result, name, number, Taken.Outcome.THERE, "");
    }

    void not(String kind, Node result, String name, String why) {
        row(kind, result, name, "", Taken.Outcome.NOT, why);
    }

    private void row(String kind, Node result, String name, String number, Taken.Outcome outcome, String why) {
        taken.add(new Taken.Row(kind, result.text("id"), guid(result), name, number, outcome, why));
    }

    private static String guid(Node result) {
        return Stream.concat(Stream.of(result), result.part("data").children().stream())
                .map(part -> part.text("guid"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
