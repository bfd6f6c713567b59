package org.wirt.web.ui;

import java.util.List;

/// What quick navigation found, grouped by kind.
public record QuickResults(Texts t, String query, List<Group> groups) {

    public record Group(String label, String icon, List<Hit> hits) {}

    /// @param path provider › customer, above the object
    public record Hit(String label, String href, String path) {}
}
