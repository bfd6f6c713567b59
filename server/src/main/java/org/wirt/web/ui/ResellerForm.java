package org.wirt.web.ui;

import java.util.List;

/// The form that adds a reseller.
/// @param wantedLevel strength of password that is asked for, 1 to 5
public record ResellerForm(
        Frame frame, Form form, List<Option> countries, List<Option> plans, int wantedLevel, String returnTo) {}
