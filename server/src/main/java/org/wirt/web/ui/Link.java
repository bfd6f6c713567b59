package org.wirt.web.ui;

/// A word that leads somewhere.
public record Link(String label, String href) {}
