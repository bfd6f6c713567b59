package org.wirt.access;

import java.util.OptionalLong;

/// Who is changing something, on whose behalf, through which door. Changing takes a caller, reading only a [Scope].
///
/// @param scope what may be seen; below the person's own account while he has logged in as somebody
/// @param loginId the real person's login, 0 for the system
/// @param username the real person's username
/// @param actingAs the name of the account he has logged in as, empty when he is himself
/// @param rights what he may do of that which his level allows; whole while he works below his own account
/// @param requestId the same id twice is one deed
public record Caller(
        Scope scope,
        long loginId,
        String username,
        String actingAs,
        Rights rights,
        Door door,
        String address,
        String requestId) {

    public static Caller system(String requestId) {
        return new Caller(Scope.system(), 0, "Wirt", "", Rights.WHOLE, Door.SYSTEM, "", requestId);
    }

    public Level level() {
        return scope.level();
    }

    public OptionalLong actingFor() {
        return actingAs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(scope.accountId());
    }

    public Caller withRequest(String id) {
        return new Caller(scope, loginId, username, actingAs, rights, door, address, id);
    }
}
