package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A short form about something in a subscription.
///
/// @param fields a password is followed by its repetition
/// @param wantedLevel strength of password that is asked for, 1 to 5
public record HostingForm(
        Frame frame,
        String heading,
        @Nullable String lead,
        String action,
        Form form,
        List<Field> fields,
        int wantedLevel,
        String returnTo) {}
