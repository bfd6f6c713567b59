package org.wirt.operation;

/// A verb of which only doing it shows whether it can be done, because others hold names that the caller does not see.
/// A program that looks ahead is told what the deed itself would be told: it is done and taken back at once. Such a
/// verb touches nothing but tables.
public interface Rehearsed {}
