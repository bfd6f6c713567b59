package org.wirt.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Tells in the audit log that something was kept or forgotten, and never what: clients say what they like, passwords
/// too. Call within a scoped transaction.
@Component
class KeptLog {

    /// Name of an object, the account it belongs to and the realm it lies in.
    private static final Map<Kept.Subject, String> WHOSE = Map.of(
            Kept.Subject.ACCOUNT,
                    "select username, account_id, reseller_id from wirt.login where owner and account_id = ?",
            Kept.Subject.SUBSCRIPTION, "select name, customer_id, reseller_id from wirt.subscription where id = ?",
            Kept.Subject.SITE, "select host, customer_id, reseller_id from wirt.site where id = ?",
            Kept.Subject.PLAN, "select name, account_id, reseller_id from wirt.plan where id = ?");

    private static final String WORDS = "kept";

    private final DSLContext database;
    private final Audit audit;

    KeptLog(DSLContext database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    private record Owned(String name, long account, long realm) {}

    /// Words about a real object: under which names.
    void words(Exchange exchange, Kept.Subject subject, long id, Collection<String> names) {
        if (names.isEmpty()) return;
        var object = subject.word();
        var after = Map.of(WORDS, String.join(", ", names));
        for (var owned : owned(subject, id))
            write(
                    exchange,
                    object + ".keep",
                    new Entry(object, id, owned.name, owned.account, owned.realm, "DONE", null, after));
    }

    /// An object that is only kept.
    void object(Exchange exchange, KeptKinds.Deed deed, long id, KeptObjects.New one) {
        for (var owned : owned(one.subject(), one.subjectId()))
            write(
                    exchange,
                    KeptKinds.verb(one.kind(), deed),
                    new Entry(one.kind(), id, one.name(), owned.account, owned.realm, "DONE", null, null));
    }

    private void write(Exchange exchange, String verb, Entry entry) {
        audit.write(exchange.newDeed(), null, verb, List.of(entry));
    }

    private List<Owned> owned(Kept.Subject subject, long id) {
        return database.resultQuery(WHOSE.get(subject), id)
                .fetch(r -> new Owned(r.get(0, String.class), r.get(1, Long.class), r.get(2, Long.class)));
    }
}
