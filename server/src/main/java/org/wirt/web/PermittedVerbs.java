package org.wirt.web;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.operation.Verbs;

/// The names of the verbs that exist and that this visitor may use: a page offers nothing else.
@Component
class PermittedVerbs {

    private final Verbs verbs;

    PermittedVerbs(Verbs verbs) {
        this.verbs = verbs;
    }

    Set<String> of(Visit visit) {
        var caller = visit.caller();
        var names = new TreeSet<String>();
        for (var verb : verbs.all()) if (verb.mayUse(caller)) names.add(verb.name());
        names.add("customer.log-in-as");
        names.add("reseller.log-in-as");
        return names;
    }
}
