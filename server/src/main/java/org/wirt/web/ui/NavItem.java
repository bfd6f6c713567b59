package org.wirt.web.ui;

/// One entry of the navigation; it exists only when its page works.
public record NavItem(String label, String icon, String href, boolean current) {}
