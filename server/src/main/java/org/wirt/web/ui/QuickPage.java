package org.wirt.web.ui;

/// Quick navigation as a page of its own, for those who press Enter before the results came.
public record QuickPage(Frame frame, QuickResults results) {}
