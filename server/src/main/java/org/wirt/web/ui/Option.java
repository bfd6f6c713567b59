package org.wirt.web.ui;

/// One entry of a select.
public record Option(String value, String label) {}
