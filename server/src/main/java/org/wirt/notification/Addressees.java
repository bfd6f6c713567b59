package org.wirt.notification;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// Finds whom letters go to: owners of accounts, whoever the administrator is, additional users. Call within a scoped
/// transaction.
@Component
class Addressees {

    private static final String USERS =
            "select l.id login_id, l.account_id, a.provider_id, l.username, l.contact_name, l.email, coalesce(l.locale, a.locale) locale "
                    + "from wirt.login l join wirt.account a on a.id = l.account_id where l.id = any(?) and not l.owner";

    private final DSLContext database;

    Addressees(DSLContext database) {
        this.database = database;
    }

    List<Addressee> accounts(Collection<Long> ids) {
        return database.resultQuery("select * from wirt.addressees(?)", (Object) ids.toArray(Long[]::new))
                .fetch(Addressees::addressee);
    }

    /// Those of these providers who want to know of an event they have not caused themselves, and the one more address
    /// each may have named for it.
    List<Addressee> providers(Collection<Long> ids, long doer, Event event) {
        return database.resultQuery(
                        "select * from wirt.providers_told(?, ?, ?, ?, ?)",
                        ids.toArray(Long[]::new),
                        doer,
                        event.key(),
                        event.to(Level.ADMINISTRATOR).usual(),
                        event.to(Level.RESELLER).usual())
                .fetch(Addressees::addressee);
    }

    List<Addressee> users(Collection<Long> logins) {
        return database.resultQuery(USERS, (Object) logins.toArray(Long[]::new)).fetch(Addressees::addressee);
    }

    /// Additional users of an account by their usernames.
    List<Addressee> users(long account, Collection<String> usernames) {
        return database.resultQuery(
                        USERS.replace("l.id = any(?)", "l.account_id = ? and l.username = any(?) and not l.released"),
                        account,
                        usernames.toArray(String[]::new))
                .fetch(Addressees::addressee);
    }

    private static Addressee addressee(Record r) {
        return new Addressee(
                r.get("account_id", Long.class),
                r.get("provider_id", Long.class),
                r.get("login_id", Long.class),
                r.get("username", String.class),
                r.get("contact_name", String.class),
                r.get("email", String.class),
                r.get("locale", String.class));
    }
}
