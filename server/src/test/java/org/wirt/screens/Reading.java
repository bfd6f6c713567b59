package org.wirt.screens;

import java.util.Optional;
import java.util.stream.Stream;

/// The language somebody's browser asks for.
enum Reading {
    GERMAN("de-DE"),
    ENGLISH("en-US");

    /// What somebody does who reads one of them.
    @FunctionalInterface
    interface Walk {

        void in(Reading language) throws Exception;
    }

    private final String tag;

    Reading(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /// The label as this reader sees it.
    String of(String german, String english) {
        return this == GERMAN ? german : english;
    }

    /// Goes this way in both languages at a time: while one page is drawn, the panel writes another. Returns when both
    /// have ended, also where one fails, so that no other test meets a browser that is still in use.
    static void inBoth(Walk walk) {
        var failures = Stream.of(values())
                .parallel()
                .flatMap(language -> failure(walk, language).stream())
                .toList();
        if (failures.isEmpty()) return;
        var first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    private static Optional<AssertionError> failure(Walk walk, Reading language) {
        try {
            walk.in(language);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(new AssertionError(language + ": " + e.getMessage(), e));
        }
    }
}
