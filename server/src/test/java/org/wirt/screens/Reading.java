package org.wirt.screens;

/// The language somebody's browser asks for.
enum Reading {
    GERMAN("de-DE"),
    ENGLISH("en-US");

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
}
