package org.wirt.web.ui;

import java.util.List;

/// The form that adds a customer.
/// @param providers more than one: the caller may choose
/// @param ipv4      more than one: the caller may choose, likewise ipv6
/// @param wantedLevel strength of password that is asked for, 1 to 5
public record CustomerForm(
        Frame frame,
        Form form,
        List<Option> countries,
        List<Option> providers,
        List<Option> plans,
        List<Option> addOns,
        List<Option> ipv4,
        List<Option> ipv6,
        boolean maySubscribe,
        int wantedLevel,
        String returnTo) {}
