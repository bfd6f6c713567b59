package org.wirt.web.ui;

import java.util.List;

/// The additional users of the reader's own account.
public record UsersPage(Frame frame, List<UserRow> users, boolean mayCreate) {}
