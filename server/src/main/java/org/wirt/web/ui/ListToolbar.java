package org.wirt.web.ui;

import java.util.List;

/// The verbs above a list: groups of one stand alone, larger ones are a menu under their label.
public record ListToolbar(List<Group> groups) {

    public record Group(String label, String icon, List<Verb> verbs) {}

    public static Group alone(Verb verb) {
        return new Group(verb.label(), verb.icon(), List.of(verb));
    }
}
