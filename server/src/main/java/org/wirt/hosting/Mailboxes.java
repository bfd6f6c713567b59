package org.wirt.hosting;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The mailboxes.
@Component
public class Mailboxes extends Hosted<Mailbox> {

    Mailboxes(DSLContext database, Spaces spaces) {
        super(
                database,
                spaces,
                "mailbox",
                Mailbox.class,
                "select m.id, m.subscription_id, m.site_id, w.host, m.local, m.quota "
                        + "from wirt.mailbox m join wirt.site w on w.id = m.site_id",
                "m");
    }

    @Override
    String order() {
        return "w.host, m.local";
    }

    @Override
    Mailbox thing(Record r, Space space) {
        return new Mailbox(
                r.get("id", Long.class),
                space,
                r.get("site_id", Long.class),
                r.get("host", String.class),
                r.get("local", String.class),
                r.get("quota", Long.class));
    }
}
