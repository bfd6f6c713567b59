package org.wirt.access;

import java.util.OptionalLong;

/// What a caller can see at all. Each scope is a database role plus the ids its row-level security compares with, so a
/// statement that forgets to ask for the owner still finds nothing foreign.
///
/// @param accountId whose account it is; the administrator's is 1
/// @param resellerId the realm: the reseller's own id for himself and his customers, 1 for the administrator's
/// @param subscription the only subscription an additional user may see, where he is limited to one
/// @param hidden whether subscriptions are in sight that a customer's contract hides from himself: those without access
/// to the panel. His provider sees them, also when he works inside the account
public record Scope(Role role, long accountId, long resellerId, OptionalLong subscription, boolean hidden) {

    public static final long ADMINISTRATOR = 1;

    /// The database roles of the first migration.
    public enum Role {
        wirt_admin,
        wirt_reseller,
        wirt_customer,
        wirt_system
    }

    public static Scope administrator() {
        return new Scope(Role.wirt_admin, ADMINISTRATOR, ADMINISTRATOR, OptionalLong.empty(), true);
    }

    /// For what nobody asked for: jobs being found, letters being sent, terms that end.
    public static Scope system() {
        return new Scope(Role.wirt_system, ADMINISTRATOR, ADMINISTRATOR, OptionalLong.empty(), true);
    }

    public static Scope reseller(long id) {
        return new Scope(Role.wirt_reseller, id, id, OptionalLong.empty(), true);
    }

    /// As the customer himself sees it.
    public static Scope customer(long id, long resellerId, OptionalLong subscription) {
        return new Scope(Role.wirt_customer, id, resellerId, subscription, false);
    }

    public Scope withHidden() {
        return new Scope(role, accountId, resellerId, subscription, true);
    }

    public Level level() {
        return switch (role) {
            case wirt_admin, wirt_system -> Level.ADMINISTRATOR;
            case wirt_reseller -> Level.RESELLER;
            case wirt_customer -> Level.CUSTOMER;
        };
    }
}
