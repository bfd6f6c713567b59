package org.wirt.web.ui;

import java.util.List;

/// Which event is told to whom by a letter.
///
/// @param readers the heads of the columns
public record NotificationsPage(Frame frame, String lead, List<String> readers, List<Line> lines) {

    /// @param boxes one per column; empty where an event never reaches that reader
    public record Line(String event, List<Box> boxes) {}

    /// @param name of the field; empty: there is no choice
    public record Box(String name, String label, boolean on) {}
}
