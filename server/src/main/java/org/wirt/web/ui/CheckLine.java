package org.wirt.web.ui;

/// One thing that was looked at before a deed.
///
/// @param kind DONE is fine, WARNING is worth knowing, REFUSED blocks
public record CheckLine(Status.Kind kind, String text) {}
