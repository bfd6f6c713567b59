package org.wirt.listing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One word of the address of a list: how it is called, and what it takes.
public record Parameter(String name, Kind kind) {

    /// How what somebody wrote is read.
    public sealed interface Kind {

        /// Absent: it cannot be read.
        ///
        /// @param text something, without blanks around it
        Optional<?> read(String text);
    }

    /// Anything.
    public record Text() implements Kind {
        @Override
        public Optional<String> read(String text) {
            return Optional.of(text);
        }
    }

    /// One of a few words.
    public record Choice(List<String> words) implements Kind {
        @Override
        public Optional<String> read(String text) {
            return Optional.of(text).filter(words::contains);
        }
    }

    /// The beginning of a day, here: `2026-03-31`.
    public record Day() implements Kind {

        private static final int LAST_YEAR = 9999;

        @Override
        public Optional<OffsetDateTime> read(String text) {
            try {
                return Optional.of(LocalDate.parse(text))
                        .filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR)
                        .map(day -> day.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime());
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    /// How many of something: none is below zero.
    public record Amount() implements Kind {

        /// A longer number is none that anybody means.
        private static final int DIGITS = 18;

        @Override
        public Optional<Long> read(String text) {
            return Optional.of(text)
                    .filter(t -> !t.isEmpty() && t.length() <= DIGITS)
                    .filter(t -> t.chars().allMatch(c -> c >= '0' && c <= '9'))
                    .map(Long::valueOf);
        }
    }

    /// The number of an object.
    public record Id() implements Kind {
        @Override
        public Optional<Long> read(String text) {
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
    }

    /// The number of an object, or a word for some of them.
    public record IdOr(List<String> words) implements Kind {
        @Override
        public Optional<?> read(String text) {
            return words.contains(text) ? Optional.of(text) : new Id().read(text);
        }
    }

    /// How many rows of a page.
    public record Size() implements Kind {
        @Override
        public Optional<Integer> read(String text) {
            return PageRequest.SIZES.stream()
                    .filter(size -> text.equals(Integer.toString(size)))
                    .findFirst();
        }
    }

    /// The row that a page follows or precedes.
    public record Place() implements Kind {
        @Override
        public Optional<Cursor> read(String text) {
            return Cursor.read(text);
        }
    }

    public static Parameter text(String name) {
        return new Parameter(name, new Text());
    }

    public static Parameter choice(String name, List<String> words) {
        return new Parameter(name, new Choice(words));
    }

    public static Parameter day(String name) {
        return new Parameter(name, new Day());
    }

    public static Parameter amount(String name) {
        return new Parameter(name, new Amount());
    }

    public static Parameter number(String name) {
        return new Parameter(name, new Id());
    }

    /// @param words for some of them
    public static Parameter number(String name, String... words) {
        return new Parameter(name, new IdOr(List.of(words)));
    }

    /// Whether somebody is, or whether he is not.
    public static Parameter status() {
        return choice("status", List.of("active", "suspended"));
    }

    /// All that a page of the list takes: its filters, how it is sorted, and which page it is.
    public static List<Parameter> ofPage(Narrowable list) {
        var all = new ArrayList<>(list.filters());
        if (!list.sorts().isEmpty()) all.add(choice("sort", list.sorts()));
        all.add(choice("dir", List.of("asc", "desc")));
        all.add(new Parameter("size", new Size()));
        all.add(new Parameter("after", new Place()));
        all.add(new Parameter("before", new Place()));
        return all;
    }
}
