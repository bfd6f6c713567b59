package org.wirt.web.ui;

/// A reseller's own resources and permissions.
public record ResourcesPage(Frame frame, String title, HoldingView holding) {}
