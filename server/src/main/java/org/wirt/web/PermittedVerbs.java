package org.wirt.web;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.hosting.NodeViews;
import org.wirt.operation.Verbs;

/// The names of the verbs that exist and that this visitor may use: a page offers nothing else.
@Component
class PermittedVerbs {

    private static final String RELOCATE = "subscription.relocate";

    private final Verbs verbs;
    private final NodeViews views;

    PermittedVerbs(Verbs verbs, NodeViews views) {
        this.verbs = verbs;
        this.views = views;
    }

    Set<String> of(Visit visit) {
        var caller = visit.caller();
        var names = new TreeSet<String>();
        for (var verb : verbs.all()) if (verb.mayUse(caller)) names.add(verb.name());
        // With one node there is nowhere to go.
        if (names.contains(RELOCATE) && views.serving().size() < 2) names.remove(RELOCATE);
        names.add("customer.log-in-as");
        names.add("reseller.log-in-as");
        return names;
    }
}
