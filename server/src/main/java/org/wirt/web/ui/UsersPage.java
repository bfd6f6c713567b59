package org.wirt.web.ui;

import java.util.List;

/// The additional users of the reader's own account.
///
/// @param full why no more can be created; empty: one can
public record UsersPage(Frame frame, List<UserRow> users, String full) {}
