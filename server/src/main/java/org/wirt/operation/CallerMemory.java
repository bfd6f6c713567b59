package org.wirt.operation;

import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Right;
import org.wirt.access.Rights;
import org.wirt.access.Scope;

/// A caller as a job remembers him, so that any instance can go on in his scope.
///
/// @param hidden null: as the customer himself sees it
/// @param rights null: whole
record CallerMemory(
        String role,
        long accountId,
        long resellerId,
        @Nullable Long subscription,
        @Nullable Boolean hidden,
        long loginId,
        String username,
        String actingAs,
        @Nullable Set<Right> rights,
        String door,
        String address,
        String requestId) {

    static CallerMemory of(Caller caller) {
        var scope = caller.scope();
        return new CallerMemory(
                scope.role().name(),
                scope.accountId(),
                scope.resellerId(),
                scope.subscription().isPresent() ? scope.subscription().getAsLong() : null,
                scope.hidden() ? true : null,
                caller.loginId(),
                caller.username(),
                caller.actingAs(),
                caller.rights().whole() ? null : caller.rights().granted(),
                caller.door().name(),
                caller.address(),
                caller.requestId());
    }

    Caller caller() {
        var only = subscription == null ? OptionalLong.empty() : OptionalLong.of(subscription);
        var scope = new Scope(Scope.Role.valueOf(role), accountId, resellerId, only, hidden != null && hidden);
        var may = rights == null ? Rights.WHOLE : new Rights(false, rights);
        return new Caller(scope, loginId, username, actingAs, may, Door.valueOf(door), address, requestId);
    }
}
