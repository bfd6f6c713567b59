package org.wirt.web.ui;

import java.util.List;

/// The form that adds a customer.
/// @param providers more than one: the caller may choose
/// @param wantedLevel strength of password that is asked for, 1 to 5
public record CustomerForm(
        Frame frame,
        Form form,
        List<Option> countries,
        List<Option> providers,
        List<Option> plans,
        boolean maySubscribe,
        int wantedLevel,
        String returnTo) {}
