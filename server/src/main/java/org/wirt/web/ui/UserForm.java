package org.wirt.web.ui;

import java.util.List;

/// The form that creates or changes an additional user.
///
/// @param isNew also asks for a password
public record UserForm(
        Frame frame,
        String heading,
        String action,
        boolean isNew,
        Form form,
        List<Option> roles,
        List<Option> subscriptions,
        int wantedLevel,
        String returnTo) {}
