package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be done with one object, in the order in which it is offered: a verb that may not be used is left out, one
/// that is impossible now stays and says why.
public final class Actions {

    private final Set<String> verbs;
    private final Map<String, String> refusals;
    private final List<Action> offered = new ArrayList<>();

    /// @param verbs those the reader may use
    /// @param refusals why one is impossible now, by verb
    public Actions(Set<String> verbs, Map<String, String> refusals) {
        this.verbs = verbs;
        this.refusals = refusals;
    }

    public Actions offer(String verb, Action action) {
        if (verbs.contains(verb)) offered.add(action.refused(refusals.get(verb)));
        return this;
    }

    public List<Action> list() {
        return List.copyOf(offered);
    }
}
