package org.wirt.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Options as the input of a verb: `--contact-name X` is its field `contactName`. Any field is read from a file by
/// `--field-file`; a secret one only so, from a variable by `--field-env`, or by being asked.
final class Fields {

    private static final String FILE = "-file";
    private static final String VARIABLE = "-env";
    private static final String PASSWORD = "password";
    private static final String REPEAT = "repeat";

    /// Fields that hold the number of something which people know by name.
    static final Map<String, String> NAMED = Map.of(
            "site",
            "site",
            "plan",
            "plan",
            "addOn",
            "add-on",
            "subscription",
            "subscription",
            "subscriber",
            "customer");

    private final Session session;
    private final Catalogue.Verb verb;
    private final Map<String, Object> input = new LinkedHashMap<>();

    private Fields(Session session, Catalogue.Verb verb) {
        this.session = session;
        this.verb = verb;
    }

    /// @throws Failure where an option is none of the verb's, or a secret was typed
    static Fields of(Session session, Catalogue.Verb verb, Map<String, List<String>> options) {
        var fields = new Fields(session, verb);
        options.forEach(fields::read);
        fields.repeat();
        return fields;
    }

    Map<String, Object> input() {
        return input;
    }

    private void read(String option, List<String> values) {
        var direct = verb.input(option);
        if (direct.isPresent()) {
            typed(direct.get(), values);
            return;
        }
        var fromFile = from(option, FILE);
        var fromVariable = from(option, VARIABLE);
        var t = session.t();
        if (fromFile.isPresent()) put(fromFile.get(), Secrets.file(one(option, values), session.around(), t));
        else if (fromVariable.isPresent())
            put(fromVariable.get(), Secrets.variable(one(option, values), session.around(), t));
        else throw session.unknown("option-unknown", "--" + option, known());
    }

    /// @throws Failure where the field was said in another way as well: one of both would be lost
    private void put(Catalogue.Input field, Object value) {
        if (input.putIfAbsent(field.name(), value) != null) throw twice("--" + field.option());
    }

    private String one(String option, List<String> values) {
        if (values.size() > 1) throw twice("--" + option);
        return values.getFirst();
    }

    private Failure twice(String what) {
        return new Failure(ExitCodes.USAGE, session.t().of("said-twice", what));
    }

    private Optional<Catalogue.Input> from(String option, String way) {
        return option.endsWith(way)
                ? verb.input(option.substring(0, option.length() - way.length()))
                : Optional.empty();
    }

    private List<String> known() {
        return verb.inputs().stream()
                .map(one -> "--" + one.option() + (one.secret() ? FILE : ""))
                .toList();
    }

    private void typed(Catalogue.Input field, List<String> values) {
        if (field.secret()) throw new Failure(ExitCodes.USAGE, session.t().of("secret-typed", "--" + field.option()));
        var kind = NAMED.get(field.name());
        if (field.isMap()) put(field, map(field, values));
        else if (kind != null && !values.getLast().isEmpty()) put(field, number(kind, one(field.option(), values)));
        else put(field, values.size() == 1 ? values.getFirst() : new ArrayList<>(values));
    }

    private Object number(String kind, String name) {
        return new Targets(session).find(List.of(kind), name, Optional.empty());
    }

    /// `--limit disk=100 --limit mail=5`
    private Map<String, String> map(Catalogue.Input field, List<String> values) {
        var map = new LinkedHashMap<String, String>();
        for (var value : values) {
            int equals = value.indexOf('=');
            if (equals < 1)
                throw new Failure(ExitCodes.USAGE, session.t().of("map-form", "--" + field.option(), value));
            var key = value.substring(0, equals);
            if (map.putIfAbsent(key, value.substring(equals + 1)) != null)
                throw twice("--" + field.option() + " " + key);
        }
        return map;
    }

    /// Asked for twice so that people mistype nothing; whoever hands it over in a file does not.
    private void repeat() {
        var password = input.get(PASSWORD);
        boolean wanted = verb.inputs().stream()
                .anyMatch(one -> one.secret() && one.name().equals(REPEAT));
        if (wanted && password != null) input.putIfAbsent(REPEAT, password);
    }

    /// Asks for a secret that the panel misses.
    ///
    /// @param wrong the fields it did not take
    /// @return whether there was one
    boolean ask(List<String> wrong) {
        boolean asked = false;
        for (var field : verb.inputs()) {
            if (!field.secret() || field.name().equals(REPEAT)) continue;
            if (!wrong.contains(field.name()) || input.containsKey(field.name())) continue;
            if (!session.around().canAsk()) {
                session.remark(session.t().of("secret-ways", "--" + field.option()));
                continue;
            }
            input.put(field.name(), Secrets.ask("--" + field.option(), session.around(), session.t()));
            asked = true;
        }
        repeat();
        return asked;
    }
}
