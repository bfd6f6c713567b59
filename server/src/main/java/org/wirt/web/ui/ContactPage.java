package org.wirt.web.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The form for a customer's contact information.
/// @param own    the reader's own: without what belongs to his provider
/// @param theirs what somebody else saved meanwhile, by field; empty when nobody did
public record ContactPage(
        Frame frame,
        String action,
        String name,
        boolean own,
        Form form,
        List<Option> countries,
        List<Option> languages,
        List<Option> timeZones,
        Map<String, String> theirs,
        String returnTo) {

    /// The label of a field, for the table of both versions.
    public String label(String field) {
        return frame.t().of("web." + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}
