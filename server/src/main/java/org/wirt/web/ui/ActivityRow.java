package org.wirt.web.ui;

import java.time.Instant;

/// One line of what happened to an account.
public record ActivityRow(Instant at, String deed, String actor, String object) {}
