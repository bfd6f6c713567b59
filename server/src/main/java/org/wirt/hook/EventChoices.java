package org.wirt.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.audit.EventTypes;
import org.wirt.audit.RecordedDeeds;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;

/// The types of events that there are for a level, found by the verbs that there are and by what else is recorded.
@Component
public class EventChoices {

    /// Asked for late: the verbs themselves need it.
    private final ObjectProvider<Verbs> verbs;

    private final List<RecordedDeeds> beside;

    EventChoices(ObjectProvider<Verbs> verbs, List<RecordedDeeds> beside) {
        this.verbs = verbs;
        this.beside = beside;
    }

    /// By the kind of object.
    public Map<String, List<String>> of(Level level) {
        var kinds = new TreeMap<String, List<String>>();
        for (var type : all(level))
            kinds.computeIfAbsent(type.substring(0, type.indexOf('.')), _ -> new ArrayList<>())
                    .add(type);
        return kinds;
    }

    private SortedSet<String> all(Level level) {
        var done = verbs.getObject().all().stream()
                .filter(verb -> level.reaches(verb.from()))
                .flatMap(verb -> verb.undoable()
                        ? Stream.of(verb.name(), verb.name() + EventTypes.UNDO)
                        : Stream.of(verb.name()));
        var others = beside.stream().flatMap(room -> room.of(level).stream());
        return EventTypes.all(Stream.concat(done, others).toList());
    }

    /// What a hook asks for must be there, or it would wait in vain.
    Optional<Refusal> unknown(WantedEvents wanted, Level level) {
        var all = all(level);
        return wanted.list().stream()
                .filter(type -> WantedEvents.isWhole(type)
                        ? all.stream().noneMatch(one -> one.startsWith(type.substring(0, type.length() - 1)))
                        : !all.contains(type))
                .findFirst()
                .map(type -> Refusal.invalid("types", "event-type-unknown", type));
    }
}
