package org.wirt.account;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Passwords;
import org.wirt.value.EmailAddress;
import org.wirt.value.ExternalId;
import org.wirt.value.Username;

/// Makes accounts: the row, its login, the provider's note. Names of removed accounts stay reserved against everybody
/// but the provider who removed them. Call within a scoped transaction.
@Component
public class NewAccounts {

    private static final String HELD = "lower(l.username) = lower(?) and not l.released";

    // Removed himself, or as a customer of a removed reseller, and in the realm that now wants the name.
    private static final String REMOVED_HERE =
            HELD + " and l.account_id in (select a.id from wirt.account a where a.removed and a.provider_id = ?)";

    private final DSLContext database;
    private final Passwords passwords;

    NewAccounts(DSLContext database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    public boolean isTaken(Username username, long providerId) {
        boolean taken = database.resultQuery("select wirt.username_taken(?, null)", username.text())
                .fetchSingle(r -> r.get(0, Boolean.class));
        return taken
                && database.resultQuery("select 1 from wirt.login l where " + REMOVED_HERE, username.text(), providerId)
                        .fetch()
                        .isEmpty();
    }

    public boolean isTaken(ExternalId id, long providerId) {
        return !id.text().isEmpty()
                && database.resultQuery(
                                "select 1 from wirt.account where provider_id = ? and external_id = ? and external_id <> '' "
                                        + "and not removed",
                                providerId,
                                id.text())
                        .fetch()
                        .isNotEmpty();
    }

    /// Country, language and time zone are the provider's where the form says nothing.
    ///
    /// @return the number of the new account
    public long add(NewAccount wanted, long providerId, Caller caller) {
        var hash = wanted.password().map(passwords::panelHash).orElse(null);
        database.execute(
                "update wirt.login l set released = true where " + REMOVED_HERE,
                wanted.username().text(),
                providerId);
        try {
            long id = account(wanted, providerId);
            login(id, wanted, hash);
            note(id, wanted, caller);
            return id;
        } catch (DuplicateKeyException e) {
            // Somebody else was faster with the same name.
            throw Logins.taken(e);
        }
    }

    private long account(NewAccount wanted, long providerId) {
        var postal = wanted.address();
        return database.resultQuery(
                        "insert into wirt.account (kind, provider_id, contact_name, company, email, phone, address, city, state, "
                                + "postal_code, country, locale, time_zone, external_id, additional_information) "
                                + "select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, d.locale, d.time_zone, ?, ? from wirt.account d where d.id = ? returning id",
                        wanted.kind().name(),
                        providerId,
                        wanted.contactName().text(),
                        wanted.company().text(),
                        wanted.email().map(EmailAddress::text).orElse(""),
                        wanted.phone().text(),
                        postal.address().text(),
                        postal.city().text(),
                        postal.state().text(),
                        postal.postalCode().text(),
                        postal.country().code(),
                        wanted.externalId().text(),
                        wanted.additionalInformation().text(),
                        providerId)
                .fetchSingle(r -> r.get(0, Long.class));
    }

    private void login(long id, NewAccount wanted, @Nullable String hash) {
        database.execute(
                "insert into wirt.login (account_id, reseller_id, owner, username, password_hash) "
                        + "select id, reseller_id, true, ?, ? from wirt.account where id = ?",
                wanted.username().text(),
                hash,
                id);
    }

    private void note(long id, NewAccount wanted, Caller caller) {
        if (wanted.description().text().isEmpty()) return;
        database.execute(
                "insert into wirt.note (account_id, reseller_id, text, author) select id, reseller_id, ?, ? from wirt.account where id = ?",
                wanted.description().text(),
                Reasons.author(caller),
                id);
    }
}
