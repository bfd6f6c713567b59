package org.wirt.hook;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The hooks of an account; tens of them, not thousands. Call within a scoped transaction.
@Component
public class WebHooks {

    /// An account has no more of them.
    static final int MOST = 20;

    private static final String LOAD =
            "select h.id, h.account_id, h.reseller_id, h.name, h.url, h.types, h.off_because, h.created_at, "
                    + "h.failing_since, h.changed, "
                    + "(select count(*) from wirt.web_hook_delivery d where d.hook_id = h.id and d.state = 'WAITING') waiting, "
                    + "(select count(*) from wirt.web_hook_delivery d where d.hook_id = h.id and d.state = 'GIVEN_UP') given_up, "
                    + "(select d.finished_at from wirt.web_hook_delivery d where d.hook_id = h.id and d.state = 'DELIVERED' order by d.id desc limit 1) "
                    + "last_delivered from wirt.web_hook h ";

    private final DSLContext database;

    WebHooks(DSLContext database) {
        this.database = database;
    }

    /// The oldest first.
    public List<WebHook> of(long account) {
        return database.resultQuery(LOAD + "where h.account_id = ? order by h.id", account)
                .fetch(WebHooks::hook);
    }

    public Optional<WebHook> find(long id) {
        return load(List.of(id), "").stream().findFirst();
    }

    List<WebHook> load(Collection<Long> ids, String lock) {
        return database.resultQuery(
                        LOAD + "where h.id = any(?) order by h.id" + lock, (Object) ids.toArray(Long[]::new))
                .fetch(WebHooks::hook);
    }

    int count(long account) {
        return database.resultQuery("select count(*) from wirt.web_hook where account_id = ?", account)
                .fetchSingle(r -> r.get(0, Integer.class));
    }

    private static WebHook hook(Record r) {
        return new WebHook(
                r.get("id", Long.class),
                r.get("account_id", Long.class),
                r.get("reseller_id", Long.class),
                r.get("name", String.class),
                r.get("url", String.class),
                List.of(r.get("types", String[].class)),
                Optional.ofNullable(r.get("off_because", String.class)).map(WebHook.Off::valueOf),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(r.get("failing_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                r.get("waiting", Integer.class),
                r.get("given_up", Integer.class),
                Optional.ofNullable(r.get("last_delivered", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                r.get("changed", Integer.class));
    }
}
