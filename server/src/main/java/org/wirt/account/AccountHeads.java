package org.wirt.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.value.Causes;

/// Reads who an account is. Call within a scoped transaction.
@Component
public class AccountHeads {

    private static final String READ =
            "select a.*, l.username, l.last_sign_in, n.text, wirt.causes(a) causes, coalesce(wirt.causes(r), 0) above, "
                    + "p.contact_name provider "
                    + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account r on r.id = a.reseller_id and a.kind = 'CUSTOMER' "
                    + "left join wirt.account p on p.id = a.provider_id "
                    + "left join wirt.note n on n.account_id = a.id where a.id = ? and a.kind = ? ";

    private final DSLContext database;
    private final Reasons reasons;

    AccountHeads(DSLContext database, Reasons reasons) {
        this.database = database;
        this.reasons = reasons;
    }

    public Optional<AccountHead> find(Level kind, long id) {
        return find(kind, id, "and not a.removed");
    }

    /// Also one who lies in the recycle bin by himself; what went with its reseller is not there.
    public Optional<AccountHead> findAlsoRemoved(Level kind, long id) {
        return find(kind, id, "and coalesce(r.reasons, 0) & 2048 = 0");
    }

    private Optional<AccountHead> find(Level kind, long id, String there) {
        return database.resultQuery(READ + there, id, kind.name()).fetchOptional(r -> head(id, r));
    }

    private AccountHead head(long id, Record r) {
        var text = r.get("text", String.class);
        return new AccountHead(
                id,
                r.get("contact_name", String.class),
                r.get("company", String.class),
                r.get("username", String.class),
                r.get("last_sign_in") == null,
                r.get("email", String.class),
                r.get("phone", String.class),
                r.get("address", String.class),
                r.get("postal_code", String.class),
                r.get("city", String.class),
                r.get("state", String.class),
                r.get("country", String.class),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                text == null ? "" : text,
                r.get("additional_information", String.class),
                r.get("provider_id", Long.class),
                Optional.ofNullable(r.get("provider", String.class)).orElse(""),
                new Causes(r.get("causes", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                reasons.of(Reasons.Subject.account, List.of(id)));
    }
}
