package org.wirt.operation;

/// A verb whose input can come true for one target alone, as a name does that there is once.
public interface Singular {}
