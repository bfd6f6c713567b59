package org.wirt.web.ui;

/// Who is signed in.
public record Person(String username, String level, String profileHref) {}
