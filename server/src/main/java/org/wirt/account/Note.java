package org.wirt.account;

import java.time.Instant;

/// A provider's internal description of an account.
///
/// @param version differs whenever the text does
public record Note(String text, String author, Instant writtenAt, String version) {}
