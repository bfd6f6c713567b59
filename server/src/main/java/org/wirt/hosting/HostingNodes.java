package org.wirt.hosting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.operation.Targets;

/// The nodes whose own servers serve customers. Call within a transaction of the administrator.
@Component
public class HostingNodes implements Targets<HostingNode> {

    private static final String SELECT =
            "select n.id, n.name, n.address, n.seen_at, n.accepts, n.free_bytes, n.looked_at, n.clock_ahead, n.full_disks, n.crowded, n.held_off, n.release, "
                    + "(select count(*) from wirt.subscription s where s.node_id = n.id) subscriptions from wirt.node n where n.agent ";

    private final DSLContext database;
    private final NodeRelease release;

    HostingNodes(DSLContext database, NodeRelease release) {
        this.database = database;
        this.release = release;
    }

    @Override
    public String object() {
        return "node";
    }

    @Override
    public Class<HostingNode> type() {
        return HostingNode.class;
    }

    public List<HostingNode> all() {
        return database.fetch(SELECT + "order by n.id").map(this::node);
    }

    /// What one of them is called; empty where the panel's own servers serve.
    public Optional<String> name(long id) {
        return database.resultQuery("select name from wirt.node where agent and id = ?", id)
                .fetchOptional(0, String.class);
    }

    @Override
    public List<HostingNode> load(Collection<Long> ids) {
        return fetch("and n.id = any(?) order by n.id", ids);
    }

    @Override
    public List<HostingNode> lock(Collection<Long> ids) {
        return fetch("and n.id = any(?) order by n.id for no key update of n", ids);
    }

    private List<HostingNode> fetch(String which, Collection<Long> ids) {
        return database.resultQuery(SELECT + which, (Object) ids.toArray(Long[]::new))
                .fetch(this::node);
    }

    private HostingNode node(Record r) {
        return new HostingNode(
                r.get("id", Long.class),
                r.get("name", String.class),
                r.get("address", String.class),
                instant(r, "seen_at"),
                r.get("accepts", Boolean.class),
                Optional.ofNullable(r.get("free_bytes", Long.class)),
                r.get("subscriptions", Long.class),
                instant(r, "looked_at"),
                r.get("clock_ahead", Integer.class),
                List.of(r.get("full_disks", String[].class)),
                Stream.of(r.get("crowded", String[].class))
                        .map(Service::valueOf)
                        .toList(),
                List.of(r.get("held_off", String[].class)),
                !release.name().equals(r.get("release", String.class)));
    }

    private static Optional<Instant> instant(Record r, String column) {
        return Optional.ofNullable(r.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
