package org.wirt.hosting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The mailboxes.
@Component
public class Mailboxes extends Hosted<Mailbox> {

    private final DSLContext database;
    private final Spaces spaces;

    Mailboxes(DSLContext database, Spaces spaces) {
        super(
                database,
                spaces,
                "mailbox",
                Mailbox.class,
                "select m.id, m.subscription_id, m.site_id, w.host, m.local, m.quota, m.off, "
                        + "m.answer_subject, m.answer_text, m.answer_html, m.answer_until, m.answer_off, "
                        + "not wirt.has_not_ended(m.answer_until) answer_ended "
                        + "from wirt.mailbox m join wirt.site w on w.id = m.site_id",
                "m");
        this.database = database;
        this.spaces = spaces;
    }

    /// All of a domain, by what stands before the @.
    public List<Mailbox> ofSite(long site) {
        return fetch(" where m.site_id = any(?) order by m.local", List.of(site));
    }

    /// After their subscriptions, as when one is added: two deeds at once must not each take the room that is left.
    @Override
    public List<Mailbox> lock(Collection<Long> ids) {
        spaces.lock(database.resultQuery("select distinct subscription_id from wirt.mailbox where id = any(?)", (Object)
                        ids.toArray(Long[]::new))
                .fetch(0, Long.class));
        return super.lock(ids);
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
                r.get("quota", Long.class),
                r.get("off", Boolean.class),
                answer(r));
    }

    private static Optional<AutomaticAnswer> answer(Record r) {
        return Optional.ofNullable(r.get("answer_text", String.class))
                .map(text -> new AutomaticAnswer(
                        Optional.ofNullable(r.get("answer_subject", String.class)),
                        text,
                        r.get("answer_html", Boolean.class),
                        Optional.ofNullable(r.get("answer_until", LocalDate.class)),
                        r.get("answer_off", Boolean.class),
                        r.get("answer_ended", Boolean.class)));
    }
}
