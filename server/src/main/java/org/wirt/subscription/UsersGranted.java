package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.UserRoom;
import org.wirt.plan.Allowance;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.value.Refusal;

/// Additional users belong to the account, so what its subscriptions grant counts together: the permission is on where
/// one of them has it, the numbers add up. A reseller has what he holds himself. One too many is refused to everybody,
/// the permission only to the account's own people.
@Component
class UsersGranted implements UserRoom {

    private static final String PERMISSION = "manage_users";
    private static final String HELD_ABOVE =
            "select wirt.within_realm('{\"manage_users\": true}', reseller_id) @> '{\"manage_users\": true}' "
                    + "from wirt.account where id = ?";

    private final DSLContext database;
    private final Subscriptions subscriptions;
    private final ResellerRooms rooms;

    UsersGranted(DSLContext database, Subscriptions subscriptions, ResellerRooms rooms) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.rooms = rooms;
    }

    @Override
    public Optional<Refusal> refusal(long account, Caller caller) {
        var granted = granted(account);
        boolean own = caller.scope().accountId() == account && caller.actingAs().isEmpty();
        if (own && (granted.stream().noneMatch(a -> a.permissions().allow(PERMISSION)) || !isHeldAbove(account)))
            return Optional.of(Refusal.notPermitted("users-not-permitted"));
        return granted.isEmpty() ? Optional.empty() : full(account, granted);
    }

    private Optional<Refusal> full(long account, List<Allowance> granted) {
        var key = Catalogue.limit(Catalogue.USERS);
        long most =
                Limits.united(granted.stream().map(Allowance::limits).toList()).of(key);
        long used = database.fetchCount(
                database.selectOne().from("wirt.login").where("account_id = ? and not owner", account));
        boolean refuses = granted.stream().allMatch(a -> a.overuse().refusesOneTooMany());
        if (most == Limits.UNLIMITED || used < most || !refuses) return Optional.empty();
        return Optional.of(Refusal.limit("users-limit-reached", new Amount(key, used), new Amount(key, most)));
    }

    private List<Allowance> granted(long account) {
        var granted = new ArrayList<Allowance>();
        if (kind(account).filter(Level.RESELLER::equals).isPresent()) granted.add(rooms.held(account));
        else subscriptions.of(List.of(account)).forEach(s -> granted.add(s.allowance()));
        return granted;
    }

    private boolean isHeldAbove(long account) {
        return database.resultQuery(HELD_ABOVE, account).fetchSingle(r -> r.get(0, Boolean.class));
    }

    private Optional<Level> kind(long account) {
        return database.resultQuery("select kind from wirt.account where id = ?", account)
                .fetchOptional(r -> Level.valueOf(r.get(0, String.class)));
    }
}
