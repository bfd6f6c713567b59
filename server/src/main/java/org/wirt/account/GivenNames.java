package org.wirt.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;

/// The usernames that accounts in the recycle bin have lost, because the provider who removed them has used them again.
/// Call within a scoped transaction.
@Component
public class GivenNames {

    /// @param username what he was called
    /// @param taken somebody still has that name; else he gets it back
    public record Login(long id, long accountId, String username, boolean taken) {}

    private static final String SELECT =
            "select id, account_id, username, wirt.username_taken(username, id) taken from wirt.login "
                    + "where released and account_id = any(?) order by id";

    private final DSLContext database;
    private final Logins logins;

    GivenNames(DSLContext database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    public List<Login> of(Collection<Long> accounts) {
        return database.resultQuery(SELECT, (Object) accounts.toArray(Long[]::new))
                .fetch(r -> new Login(
                        r.get("id", Long.class),
                        r.get("account_id", Long.class),
                        r.get("username", String.class),
                        r.get("taken", Boolean.class)));
    }

    /// Why an account cannot come back with these names for its logins.
    Optional<Refusal> refusal(List<Login> his, Map<Long, String> wanted) {
        for (var login : his) {
            var field = "username." + login.id;
            var name = wanted.getOrDefault(login.id, "");
            if (name.isBlank() && login.taken)
                return Optional.of(Refusal.invalid(field, "restore.username-given", login.username));
            var wrong = name.isBlank() ? Optional.<Refusal>empty() : AccountRules.username(name, login.username);
            if (wrong.isPresent())
                return Optional.of(Refusal.invalid(
                        field, wrong.get().code(), wrong.get().gaps().toArray()));
            if (!name.isBlank() && logins.isTaken(name.strip(), login.id))
                return Optional.of(Refusal.invalid(field, "username-taken"));
        }
        return Optional.empty();
    }

    /// Gives each of these logins its name back, or the one that was chosen instead.
    ///
    /// @return the names that are new, by account
    Map<Long, String> giveBack(Collection<Long> accounts, Map<Long, String> wanted) {
        var names = new HashMap<Long, String>();
        var renamed = new HashMap<Long, String>();
        for (var login : of(accounts)) {
            var chosen = wanted.getOrDefault(login.id, "");
            names.put(login.id, chosen.isBlank() ? login.username : chosen.strip());
            if (!chosen.isBlank()) renamed.merge(login.accountId, chosen.strip(), (a, b) -> a + ", " + b);
        }
        if (names.isEmpty()) return renamed;
        database.execute(
                "update wirt.login l set username = n.name, released = false, changed = changed + 1 "
                        + "from unnest(cast(? as bigint[]), cast(? as text[])) n (id, name) where l.id = n.id",
                names.keySet().toArray(Long[]::new),
                names.values().toArray(String[]::new));
        return renamed;
    }
}
