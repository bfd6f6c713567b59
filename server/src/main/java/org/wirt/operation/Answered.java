package org.wirt.operation;

import org.wirt.access.Caller;

/// A verb that asks somebody outside the panel, whose answer is what the caller wants to know.
public interface Answered {

    /// Waits a few seconds for the answer. To be called after the commit of what asked.
    ///
    /// @return what was answered, or that nothing was yet
    Remark await(Caller caller, long target);
}
