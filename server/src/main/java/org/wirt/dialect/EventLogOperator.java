package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.AuditLine;
import org.wirt.audit.AuditList;

/// What happened, from the panel's own log.
@Component
class EventLogOperator implements Operator {

    private static final int MOST = 1_000;

    /// What the dialect calls the kinds of objects.
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("customer", "client"),
            Map.entry("subscription", "domain"),
            Map.entry("mailbox", "mail"),
            Map.entry("forward", "mail"),
            Map.entry(MailNames.KIND, "mail"),
            Map.entry("account", "client"));

    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String CHANGED = "changed";

    private static final Set<String> ADDING = Set.of("create", "make");
    private static final Set<String> REMOVING = Set.of("remove", "revoke");
    private static final Set<String> ADDING_OR_REMOVING =
            Stream.of(ADDING, REMOVING).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final AuditList lines;
    private final ScopedTransaction transaction;

    EventLogOperator(AuditList lines, ScopedTransaction transaction) {
        this.lines = lines;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("event_log");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "get", Operation.of(this::get),
                "get_events", Operation.of(this::since),
                "get-last-id", Operation.of(this::last));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var result = new Element("result").add("status", "ok");
        var found = transaction.read(exchange.scope(), () -> lines.newest(MOST));
        for (var line : found)
            result.add(new Element("event")
                    .add("type", type(line))
                    .add("time", line.at().getEpochSecond())
                    .add("class", kind(line))
                    .add("id", line.objectId()));
        results.accept(result);
    }

    private void since(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        long last = last(asked.text("lastId"));
        var result = new Element("result").add("status", "ok");
        var found = transaction.read(exchange.scope(), () -> lines.after(last, sorts(asked), MOST));
        for (var line : found)
            result.add(new Element("event")
                    .add("id", line.id())
                    .add("type", type(line))
                    .add("time", line.at().getEpochSecond())
                    .add("class", kind(line))
                    .add("obj_id", line.objectId())
                    .add("user", line.actor())
                    .add("host", line.address()));
        results.accept(result);
    }

    /// Whoever has lost where he was would take everything for new.
    private static long last(String said) {
        if (said.isEmpty()) return 0;
        return Ids.number(said).orElseThrow(() -> Failed.invalid("Wrong number of an event: " + said));
    }

    /// What is asked for in `events`.
    private static List<AuditList.Sort> sorts(Element asked) {
        return asked.part("events").children().stream()
                .map(event -> sort(event.text("class"), event.text("type")))
                .toList();
    }

    private static AuditList.Sort sort(String kind, String type) {
        var objects = kind.isEmpty() ? Set.<String>of() : objects(kind);
        return switch (type) {
            case "" -> new AuditList.Sort(objects, Set.of(), false);
            case ADDED -> new AuditList.Sort(objects, ADDING, false);
            case REMOVED -> new AuditList.Sort(objects, REMOVING, false);
            case CHANGED -> new AuditList.Sort(objects, ADDING_OR_REMOVING, true);
            // There are no others: nothing is of that kind.
            default -> new AuditList.Sort(objects, Set.of(type), false);
        };
    }

    /// What Wirt calls the objects of a class; whoever calls them so himself means the same.
    private static Set<String> objects(String kind) {
        return Stream.concat(
                        Stream.of(kind), CLASSES.keySet().stream().filter(object -> kind.equals(CLASSES.get(object))))
                .collect(Collectors.toSet());
    }

    private void last(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        results.accept(
                new Element("result").add("status", "ok").add("id", transaction.read(exchange.scope(), lines::last)));
    }

    private static String kind(AuditLine line) {
        return CLASSES.getOrDefault(line.object(), line.object());
    }

    private static String type(AuditLine line) {
        var deed = line.verb().substring(line.verb().indexOf('.') + 1);
        if (ADDING.contains(deed)) return ADDED;
        return REMOVING.contains(deed) ? REMOVED : CHANGED;
    }
}
