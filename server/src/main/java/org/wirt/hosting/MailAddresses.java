package org.wirt.hosting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.MailboxLocal;
import org.wirt.value.Refusal;

/// Which addresses of a domain are taken, and the other names that lead to one. Call within a scoped transaction.
@Component
class MailAddresses {

    static final Refusal MAILBOX_TAKEN = Refusal.invalid("local", "mailbox-taken");
    static final Refusal FORWARD_TAKEN = Refusal.invalid("local", "forward-taken");

    private final DSLContext database;
    private final Forwards forwards;

    MailAddresses(DSLContext database, Forwards forwards) {
        this.database = database;
        this.forwards = forwards;
    }

    /// By a mailbox.
    ///
    /// @param site one of another subscription has nothing that could be seen
    Optional<Refusal> mailboxTaken(Space space, long site, MailboxLocal local) {
        return isThere("mailbox", space, site, local.text()) ? Optional.of(MAILBOX_TAKEN) : Optional.empty();
    }

    /// By a forward. What is another name of an address is not itself one.
    Optional<Refusal> forwardTaken(Space space, long site, String local, boolean alias) {
        if (isThere("forward", space, site, local)) return Optional.of(FORWARD_TAKEN);
        return alias && isThere("mailbox", space, site, local) ? Optional.of(MAILBOX_TAKEN) : Optional.empty();
    }

    private boolean isThere(String table, Space space, long site, String local) {
        return database.resultQuery(
                        "select 1 from wirt." + table + " where site_id = ? and subscription_id = ? and local = ?",
                        site,
                        space.id(),
                        local)
                .fetch()
                .isNotEmpty();
    }

    /// Whether there is a mailbox of that name.
    boolean hasMailbox(Forward forward) {
        return isThere("mailbox", forward.space(), forward.siteId(), forward.local());
    }

    /// Other names of an address.
    List<Forward> aliases(long site, String address) {
        return forwards.ofSite(site).stream()
                .filter(one -> one.alias() && one.targets().equals(List.of(address)))
                .toList();
    }

    /// What forbids that an address is called otherwise, with the other names that follow it.
    ///
    /// @param targets where it forwards to; none: it is a mailbox
    Optional<Refusal> circle(Space space, String before, String after, List<String> targets, List<Forward> aliases) {
        if (aliases.stream().anyMatch(one -> one.address().equals(after))) return Optional.of(FORWARD_TAKEN);
        var own = new HashMap<String, List<String>>(forwards.ofCustomer(space.accountId()));
        if (!targets.isEmpty()) own.remove(before);
        for (var alias : aliases) own.put(alias.address(), List.of(after));
        return wrong(after, targets, own)
                .or(() -> aliases.stream()
                        .flatMap(one -> wrong(one.address(), List.of(after), own).stream())
                        .findFirst());
    }

    /// Said where the name is typed.
    private static Optional<Refusal> wrong(String address, List<String> targets, Map<String, List<String>> own) {
        return ForwardRules.pointsWell(address, targets, own)
                .map(why -> Refusal.invalid("local", why.code(), why.gaps().toArray()));
    }

    /// They lead there from now on.
    void follow(List<Forward> aliases, String address) {
        database.execute(
                "update wirt.forward set targets = ? where id = any(?)",
                new String[] {address},
                aliases.stream().map(Forward::id).toArray(Long[]::new));
    }
}
