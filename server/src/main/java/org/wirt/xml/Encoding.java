package org.wirt.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wirt.dialect.Fault;

/// In which encoding a packet was written: the one that its declaration names, or its byte order mark shows; UTF-8
/// where neither does (XML 1.0, 4.3.3).
final class Encoding {

    /// Bytes, within which an honest declaration ends.
    private static final int DECLARATION = 256;

    private static final Pattern NAMED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private static final Map<String, Charset> KNOWN = Map.ofEntries(
            Map.entry("utf-8", StandardCharsets.UTF_8),
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("us-ascii", StandardCharsets.US_ASCII),
            Map.entry("ascii", StandardCharsets.US_ASCII),
            Map.entry("iso-8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("latin1", StandardCharsets.ISO_8859_1),
            Map.entry("windows-1252", Charset.forName("windows-1252")),
            Map.entry("cp1252", Charset.forName("windows-1252")),
            Map.entry("utf-16", StandardCharsets.UTF_16));

    /// Bytes at the beginning, and how whatever begins with them was written.
    private record Mark(String bytes, Charset charset) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8),
            new Mark("\u00FE\u00FF", StandardCharsets.UTF_16BE),
            new Mark("\u00FF\u00FE", StandardCharsets.UTF_16LE));

    private static final Mark NONE = new Mark("", StandardCharsets.UTF_8);

    private Encoding() {}

    /// @throws Fault where it names one that is not known
    static Reader characters(InputStream packet) throws IOException {
        var bytes = new PushbackInputStream(packet, DECLARATION);
        var beginning = bytes.readNBytes(DECLARATION);
        var mark = mark(new String(beginning, StandardCharsets.ISO_8859_1));
        int start = mark.bytes.length();
        bytes.unread(beginning, start, beginning.length - start);
        var letters = mark.charset.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : mark.charset;
        var charset = charset(mark, new String(beginning, start, beginning.length - start, letters));
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Mark mark(String beginning) {
        return MARKS.stream()
                .filter(mark -> beginning.startsWith(mark.bytes))
                .findFirst()
                .orElse(NONE);
    }

    /// A mark cannot mislead. Where there is none and the name can be read, it is not UTF-16, whatever it says: some
    /// libraries name that and write UTF-8.
    private static Charset charset(Mark mark, String beginning) {
        var named = NAMED.matcher(beginning);
        if (!named.find()) return mark.charset;
        var name = named.group(1) == null ? named.group(2) : named.group(1);
        var charset = KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) throw Fault.malformed("its encoding is not known");
        return !mark.equals(NONE) || charset.equals(StandardCharsets.UTF_16) ? mark.charset : charset;
    }
}
