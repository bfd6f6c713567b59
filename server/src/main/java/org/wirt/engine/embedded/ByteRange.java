package org.wirt.engine.embedded;

import java.util.regex.Pattern;

/// The part of a file a client asks for, to go on with a broken download (RFC 9110, 14.1.2). Several parts in one
/// answer are not offered; the whole file is a correct answer to them.
sealed interface ByteRange {

    record Whole() implements ByteRange {}

    /// Both ends included.
    record Part(long first, long last) implements ByteRange {}

    record Beyond() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange of(String header, long size) {
        var match = ONE.matcher(header.strip());
        if (!match.matches()) return new Whole();
        var first = match.group(1);
        var last = match.group(2);
        if (first.isEmpty()) return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        var from = Long.parseLong(first);
        var to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (from >= size) return new Beyond();
        return to < from ? new Whole() : new Part(from, to);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) return new Beyond();
        return new Part(Math.max(0, size - length), size - 1);
    }
}
