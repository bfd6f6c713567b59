package org.wirt.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What somebody may do of that which his level allows: everything, or what his user role grants and nothing else. The
/// one place where roles are compared with verbs; every door asks here.
///
/// @param whole the account's own login, a provider, the system: nothing is taken away
public record Rights(boolean whole, Set<Right> granted) {

    public static final Rights WHOLE = new Rights(true, EnumSet.allOf(Right.class));

    public Rights {
        granted = Set.copyOf(granted);
    }

    static Rights only(Collection<Right> granted) {
        return new Rights(false, Set.copyOf(granted));
    }

    /// The owner has all. A user has what his role grants; one who is limited to a single subscription decides nothing
    /// about the account as a whole.
    static Rights of(boolean owner, UserRole role, boolean limited) {
        if (owner || (role == UserRole.ADMIN && !limited)) return WHOLE;
        var rights = role.rights();
        if (limited) {
            rights.remove(Right.USERS);
            rights.remove(Right.CONTACT);
        }
        return only(rights);
    }

    public boolean has(Right right) {
        return granted.contains(right);
    }

    public boolean mayUse(String verb) {
        return whole || granted.stream().anyMatch(right -> right.covers(verb));
    }
}
