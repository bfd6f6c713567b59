package org.wirt.cli;

import java.util.List;
import java.util.Optional;

/// What the caller may do, as the panel tells it.
record Catalogue(List<Verb> verbs) {

    static final String PATH = "/verbs";

    /// @param name   `customer.suspend`
    /// @param title  in the caller's language
    record Verb(String name, String title, boolean undoable, List<Input> inputs) {

        String kind() {
            return name.substring(0, name.indexOf('.'));
        }

        String word() {
            return name.substring(name.indexOf('.') + 1);
        }

        boolean makes() {
            return word().equals("create");
        }

        /// By what people type.
        Optional<Input> input(String option) {
            return inputs.stream().filter(one -> one.option().equals(option)).findFirst();
        }

        List<String> options() {
            return inputs.stream().map(Input::option).toList();
        }
    }

    /// @param name as the panel calls it
    /// @param type the name of its Java type
    record Input(String name, String type, boolean secret) {

        String option() {
            return Kebab.of(name);
        }

        boolean isSwitch() {
            return type.equals("boolean");
        }

        boolean isMap() {
            return type.equals("Map");
        }
    }

    static Catalogue of(String body) {
        return new Catalogue(Json.of(body).list().stream()
                .filter(verb -> verb.at("name").text().contains("."))
                .map(Catalogue::verb)
                .toList());
    }

    private static Verb verb(Json verb) {
        return new Verb(
                verb.at("name").text(),
                verb.at("title").text(),
                verb.at("undoable").isTrue(),
                verb.at("input").list().stream()
                        .map(one -> new Input(
                                one.at("name").text(),
                                one.at("type").text(),
                                one.at("secret").isTrue()))
                        .toList());
    }

    Optional<Verb> verb(String kind, String word) {
        return verbs.stream()
                .filter(verb -> verb.name.equals(kind + "." + word))
                .findFirst();
    }

    List<String> kinds() {
        return verbs.stream().map(Verb::kind).distinct().sorted().toList();
    }

    List<Verb> ofKind(String kind) {
        return verbs.stream().filter(verb -> verb.kind().equals(kind)).toList();
    }
}
