package org.wirt.web.ui;

import java.util.List;

/// Which event is told to whom by a letter.
///
/// @param readers the heads of the columns
public record NotificationsPage(Frame frame, String lead, List<String> readers, List<Line> lines) {

    /// @param href what its letters say
    /// @param boxes one per column
    public record Line(String event, String href, List<Box> boxes) {}

    /// @param name of the field; empty: there is no choice, and the label says why
    public record Box(String name, String label, boolean on) {

        public static Box none(String label) {
            return new Box("", label, false);
        }
    }
}
