package org.wirt.web.ui;

import java.util.List;

/// The start page of whoever has customers.
///
/// @param dark why the account itself is suspended, shown to who works inside it; empty where it is not
/// @param jobs the latest, as rows of their list
/// @param guide where to begin; none once there are customers
public record HomePage(
        Frame frame, String title, List<StatusReason> dark, List<Figure> figures, List<Row> jobs, List<Step> guide) {

    /// @param dark how many are suspended, in words; empty where none is
    public record Figure(String label, String icon, String href, String number, String dark, String darkHref) {}

    public record Step(String label, String text, String href) {}
}
