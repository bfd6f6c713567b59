package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// Which of several domains a page is about.
///
/// @param tab of the page, where it has tabs
public record DomainChoice(String action, @Nullable String tab, Field field) {}
