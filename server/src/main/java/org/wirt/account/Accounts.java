package org.wirt.account;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.value.Causes;

/// Resellers and customers by number, in the order of their ids, so that two bulk jobs cannot lock each other out. Call
/// within a scoped transaction.
@Component
public class Accounts {

    private static final String LOAD =
            "select a.id, a.kind, a.contact_name, l.username, l.id login_id, l.changed login_changed, a.provider_id, a.reseller_id, "
                    + "wirt.causes(a) reasons, case when a.kind = 'CUSTOMER' then coalesce(wirt.causes(r), 0) else 0 end above, a.changed, "
                    + "case when a.kind = 'RESELLER' then (select count(*) from wirt.account c where c.provider_id = a.id and not c.removed) "
                    + "else 0 end customers "
                    + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account r on r.id = a.reseller_id and r.kind = 'RESELLER' "
                    + "where a.id = any(?) and a.kind = any(?) order by a.id";

    private final DSLContext database;

    Accounts(DSLContext database) {
        this.database = database;
    }

    public List<Account> load(Collection<Long> ids, Level... kinds) {
        return fetch(LOAD, ids, kinds);
    }

    /// Locks against concurrent change until the transaction ends.
    public List<Account> lock(Collection<Long> ids, Level... kinds) {
        return fetch(LOAD + " for no key update of a", ids, kinds);
    }

    private List<Account> fetch(String query, Collection<Long> ids, Level... kinds) {
        var names = List.of(kinds).stream().map(Level::name).toArray(String[]::new);
        return database.resultQuery(query, ids.toArray(Long[]::new), names).fetch(Accounts::account);
    }

    private static Account account(Record r) {
        return new Account(
                r.get("id", Long.class),
                Level.valueOf(r.get("kind", String.class)),
                r.get("contact_name", String.class),
                r.get("username", String.class),
                r.get("login_id", Long.class),
                r.get("login_changed", Integer.class),
                r.get("provider_id", Long.class),
                r.get("reseller_id", Long.class),
                new Causes(r.get("reasons", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                r.get("changed", Integer.class),
                r.get("customers", Integer.class));
    }
}
