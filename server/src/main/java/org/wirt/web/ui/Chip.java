package org.wirt.web.ui;

/// A filter that is set, and the address without it.
public record Chip(String label, String value, String withoutHref) {}
