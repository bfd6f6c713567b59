package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The start page of whoever has customers.
///
/// @param dark why the account itself is suspended, shown to who works inside it; empty where it is not
/// @param silentNode that the node which serves customers was not heard of, in words
/// @param jobs the latest, as rows of their list
/// @param guide where to begin; none once there are customers
public record HomePage(
        Frame frame,
        String title,
        List<StatusReason> dark,
        @Nullable String silentNode,
        List<Figure> figures,
        List<Row> jobs,
        List<Step> guide) {

    /// @param dark how many are suspended, in words; empty where none is
    public record Figure(String label, String icon, String href, String number, String dark, String darkHref) {}

    public record Step(String label, String text, String href) {}
}
