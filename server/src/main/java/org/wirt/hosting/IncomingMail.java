package org.wirt.hosting;

/// What a server does with mail from outside for a mailbox, as the node's views name it.
public enum IncomingMail {
    ACCEPT,
    /// For now: 450.
    DEFER,
    /// For good: 550.
    REJECT,
    /// Taken, although nobody can read it yet.
    HOLD
}
