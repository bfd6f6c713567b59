package org.wirt.hosting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The forwards.
@Component
public class Forwards extends Hosted<Forward> {

    private static final String SELECT =
            "select f.id, f.subscription_id, f.site_id, w.host, f.local, f.targets, f.keep, f.alias, w.mail_off "
                    + "from wirt.forward f join wirt.site w on w.id = f.site_id";
    private static final String OWN = "select m.local || '@' || w.host, array[]::text[] from wirt.mailbox m "
            + "join wirt.site w on w.id = m.site_id where m.customer_id = ? union all "
            + "select f.local || '@' || w.host, f.targets from wirt.forward f "
            + "join wirt.site w on w.id = f.site_id where f.customer_id = ?";
    private static final String POINTING = "select f.id from wirt.forward f where f.targets && "
            + "(select array_agg(m.local || '@' || w.host) from wirt.mailbox m join wirt.site w on w.id = m.site_id "
            + "where m.id = any(?)) order by f.id limit " + Spaces.MOST;

    private final DSLContext database;

    Forwards(DSLContext database, Spaces spaces) {
        super(database, spaces, "forward", Forward.class, SELECT, "f");
        this.database = database;
    }

    /// All of a domain, by what stands before the @.
    public List<Forward> ofSite(long site) {
        return fetch(" where f.site_id = any(?) order by f.local", List.of(site));
    }

    /// Those that point to one of these mailboxes, as far as the scope reaches.
    public List<Forward> pointingTo(Collection<Long> mailboxes) {
        return load(database.resultQuery(POINTING, (Object) mailboxes.toArray(Long[]::new))
                .fetch(0, Long.class));
    }

    /// Where each forward of a customer points to, by its address; his mailboxes point nowhere.
    Map<String, List<String>> ofCustomer(long customer) {
        var own = new HashMap<String, List<String>>();
        database.resultQuery(OWN, customer, customer)
                .forEach(r -> own.merge(
                        r.get(0, String.class),
                        List.of(r.get(1, String[].class)),
                        (some, others) -> some.isEmpty() ? others : some));
        return own;
    }

    @Override
    String order() {
        return "w.host, f.local";
    }

    @Override
    Forward thing(Record r, Space space) {
        return new Forward(
                r.get("id", Long.class),
                space,
                r.get("site_id", Long.class),
                r.get("host", String.class),
                r.get("local", String.class),
                List.of(r.get("targets", String[].class)),
                r.get("keep", Boolean.class),
                r.get("alias", Boolean.class),
                r.get("mail_off", Boolean.class));
    }
}
