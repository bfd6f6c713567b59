package org.wirt.account;

import java.util.List;
import org.jooq.Condition;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Parameter;

/// What a room above knows of accounts, to narrow their lists down by. The account is `a`.
public interface AccountNarrowing {

    /// The parameters it asks for.
    List<Parameter> parameters();

    /// @param kind of the accounts in the list
    List<Condition> conditions(String kind, Narrowing typed);
}
