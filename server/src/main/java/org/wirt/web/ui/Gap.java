package org.wirt.web.ui;

/// A placeholder of a letter and what it stands for.
public record Gap(String written, String meaning) {}
