package org.wirt.dialect;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.EntryTokens;
import org.wirt.access.People;
import org.wirt.access.Person;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.OwnerLogins;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Lets somebody into the panel once, because a program vouches for him: an account in its sight, its own included.
/// Additional users come in by their own password.
@Component
class Vouching {

    private final OwnerLogins logins;
    private final People people;
    private final EntryTokens entries;
    private final Audit audit;
    private final ScopedTransaction transaction;

    Vouching(OwnerLogins logins, People people, EntryTokens entries, Audit audit, ScopedTransaction transaction) {
        this.logins = logins;
        this.people = people;
        this.entries = entries;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// @param address from where he must come; absent: from anywhere
    /// @return the token that he shows
    /// @throws Failed where there is no such account, or it may not come in at all
    String token(Exchange exchange, String username, Optional<String> address) {
        var login = transaction
                .read(exchange.scope(), () -> logins.of(username))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "User does not exist."));
        if (!people.person(login.id()).map(Person::maySignIn).orElse(false))
            throw new Failed(ErrorNumbers.DISABLED, "The user account is disabled, or has no access to the panel.");
        var token = entries.make(login.id(), login.username(), exchange.scope().accountId(), address);
        var entry = new Entry(
                "login", login.id(), login.username(), login.accountId(), login.resellerId(), "DONE", null, null);
        transaction.run(exchange.scope(), () -> audit.write(exchange.newDeed(), null, "login.vouched", List.of(entry)));
        return token;
    }
}
