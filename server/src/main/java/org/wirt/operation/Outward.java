package org.wirt.operation;

/// A verb that opens or closes something for the internet. Whoever asked for it on one target is told that it is done
/// when the servers follow, and who does not yet.
public interface Outward {}
