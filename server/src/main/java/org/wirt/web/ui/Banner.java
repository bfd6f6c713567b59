package org.wirt.web.ui;

/// Says that one works inside another account, and as whom one came.
public record Banner(String account, String backTo) {}
