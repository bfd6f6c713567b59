package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.wirt.access.Level;
import org.wirt.operation.Targets;
import org.wirt.value.Causes;

/// Loads the accounts of one kind for the verbs, always in the order of their ids, so that two bulk jobs cannot lock
/// each other out.
abstract class AccountTargets implements Targets<Account> {

    private static final String LOAD =
            "select a.id, a.kind, a.contact_name, l.username, l.id login_id, a.provider_id, a.reseller_id, "
                    + "a.reasons, case when a.kind = 'CUSTOMER' then coalesce(r.reasons, 0) else 0 end above, a.changed, "
                    + "case when a.kind = 'RESELLER' then (select count(*) from wirt.account c where c.provider_id = a.id and c.reasons & 2048 = 0) "
                    + "else 0 end customers "
                    + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account r on r.id = a.reseller_id and r.kind = 'RESELLER' "
                    + "where a.id = any(?) and a.kind = ? order by a.id";

    private final DSLContext database;
    private final Level kind;

    AccountTargets(DSLContext database, Level kind) {
        this.database = database;
        this.kind = kind;
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<Account> load(Collection<Long> ids) {
        return database.resultQuery(LOAD, ids.toArray(Long[]::new), kind.name()).fetch(AccountTargets::account);
    }

    @Override
    public List<Account> lock(Collection<Long> ids) {
        return database.resultQuery(LOAD + " for no key update of a", ids.toArray(Long[]::new), kind.name())
                .fetch(AccountTargets::account);
    }

    @Override
    public abstract List<Long> matching(Map<String, List<String>> filter);

    private static Account account(Record r) {
        return new Account(
                r.get("id", Long.class),
                Level.valueOf(r.get("kind", String.class)),
                r.get("contact_name", String.class),
                r.get("username", String.class),
                r.get("login_id", Long.class),
                r.get("provider_id", Long.class),
                r.get("reseller_id", Long.class),
                new Causes(r.get("reasons", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                r.get("changed", Integer.class),
                r.get("customers", Integer.class));
    }
}
