package org.wirt.web.ui;

import java.net.IDN;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in one field of a list.
public sealed interface Cell {

    /// Whether a line of its own is worth it where a row is shown as a card.
    default boolean says() {
        return switch (this) {
            case Words words -> !words.text().isEmpty();
            case Values values -> !values.values().isEmpty();
            case Day day -> day.day() != null;
            case State _, Name _, To _, Mail _, Count _, Moment _, Used _ -> true;
        };
    }

    /// How it is, as an icon whose words are in the tooltip.
    record State(Status status) implements Cell {}

    /// What the row is called, as the way to it, and a muted line beneath.
    ///
    /// @param href absent where there is no page of its own
    record Name(String label, @Nullable String href, String description) implements Cell {}

    record To(String label, String href) implements Cell {}

    record Mail(String address) implements Cell {

        /// As people write it: an international domain in its own letters.
        public String shown() {
            int at = address.lastIndexOf('@') + 1;
            return address.substring(0, at) + IDN.toUnicode(address.substring(at));
        }
    }

    record Count(long value, @Nullable String href) implements Cell {}

    record Day(@Nullable LocalDate day) implements Cell {}

    record Moment(Instant moment) implements Cell {}

    record Used(Usage usage) implements Cell {}

    record Words(String text) implements Cell {}

    /// What was changed, value by value.
    record Values(List<Value> values) implements Cell {}

    record Value(String name, String before, String after) {}
}
