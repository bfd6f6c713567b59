package org.wirt.web.ui;

import java.util.List;
import java.util.Map;

/// The form for a customer's contact information.
/// @param theirs what somebody else saved meanwhile, by field; empty when nobody did
public record ContactPage(
        Frame frame,
        String action,
        String name,
        Form form,
        List<Option> countries,
        Map<String, String> theirs,
        String returnTo) {}
