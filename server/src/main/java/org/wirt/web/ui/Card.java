package org.wirt.web.ui;

/// A way to somewhere, with a sentence on what is there.
public record Card(String label, String text, String icon, String href) {}
