package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.operation.Job;

/// Something to be done when accounts come back from the recycle bin, in the transaction that brings them back.
/// Fulfilled by the room that owns it.
public interface RestoreStep {

    /// @return what could not come back with them and stays in the bin, by account
    Map<Long, List<String>> restored(Collection<Long> accounts, Caller caller, Job job);
}
