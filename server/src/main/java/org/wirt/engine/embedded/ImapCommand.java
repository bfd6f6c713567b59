package org.wirt.engine.embedded;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A command of somebody who is not let in yet: tag, name and words (RFC 3501, 9: atoms, quoted strings, literals).
/// Bounded in every direction, because anybody may send it.
record ImapCommand(String tag, String name, List<String> arguments) {

    private static final int MOST_BYTES = 8 * 1024;
    private static final int MOST_WORDS = 8;

    interface Continuation {
        void ask() throws IOException;
    }

    /// @param continuation says that the announced bytes may come
    /// @return null when the visitor has gone, or speaks no IMAP
    static @Nullable ImapCommand read(InputStream input, Continuation continuation) throws IOException {
        var words = new Reading(input, continuation).words();
        return words.size() < 2
                ? null
                : new ImapCommand(words.get(0), words.get(1).toUpperCase(Locale.ROOT), words.subList(2, words.size()));
    }

    /// A line as it is.
    static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0 || line.size() > MOST_BYTES) throw new EOFException();
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static final class Reading {

        private final InputStream input;
        private final Continuation continuation;
        private final List<String> words = new ArrayList<>();
        private int bytes;

        Reading(InputStream input, Continuation continuation) {
            this.input = input;
            this.continuation = continuation;
        }

        List<String> words() throws IOException {
            var c = next();
            while (c != '\n') {
                c = switch (c) {
                    case ' ', '\r' -> next();
                    case '"' -> quoted();
                    case '{' -> literal();
                    default -> atom(c);
                };
                if (words.size() > MOST_WORDS) throw new EOFException();
            }
            return words;
        }

        private int atom(int first) throws IOException {
            var word = new ByteArrayOutputStream();
            var c = first;
            for (; c != ' ' && c != '\r' && c != '\n'; c = next()) word.write(c);
            add(word.toByteArray());
            return c;
        }

        private int quoted() throws IOException {
            var word = new ByteArrayOutputStream();
            for (int c = next(); c != '"'; c = next()) word.write(c == '\\' ? next() : c);
            add(word.toByteArray());
            return next();
        }

        private int literal() throws IOException {
            int length = 0;
            int c = next();
            for (; c >= '0' && c <= '9' && length < MOST_BYTES; c = next()) length = length * 10 + c - '0';
            var waits = c != '+';
            while (c != '\n') c = next();
            bytes += length;
            if (bytes > MOST_BYTES) throw new EOFException();
            if (waits) continuation.ask();
            add(input.readNBytes(length));
            return next();
        }

        private void add(byte[] word) {
            words.add(new String(word, StandardCharsets.UTF_8));
        }

        private int next() throws IOException {
            var c = input.read();
            if (c < 0 || ++bytes > MOST_BYTES) throw new EOFException();
            return c;
        }
    }
}
