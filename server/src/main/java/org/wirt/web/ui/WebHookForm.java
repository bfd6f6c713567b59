package org.wirt.web.ui;

import java.util.List;

/// The form of a web hook.
///
/// @param groups the types of events by the kind of object
/// @param some whether only some of them are chosen
public record WebHookForm(
        Frame frame,
        String title,
        String action,
        Form form,
        List<Group> groups,
        boolean some,
        String submit,
        String returnTo) {

    /// @param whole the box for all of the kind
    public record Group(String label, Box whole, List<Box> boxes) {}

    public record Box(String value, String label, boolean ticked) {

        public String id() {
            return "f-types-" + value.replace('.', '-').replace("*", "all");
        }
    }
}
