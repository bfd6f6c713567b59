package org.wirt.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;

/// Arrays by names, and texts, as PHP writes them down (`serialize`): a text stands behind its length in bytes.
final class PhpText {

    private PhpText() {}

    /// @param value a text, or an array of such by name
    static String of(Object value) {
        return value instanceof SequencedMap<?, ?> array ? array(array) : text(value.toString());
    }

    private static String array(SequencedMap<?, ?> array) {
        var text = new StringBuilder("a:" + array.size() + ":{");
        for (Map.Entry<?, ?> entry : array.entrySet())
            text.append(text(entry.getKey().toString())).append(of(entry.getValue()));
        return text.append('}').toString();
    }

    private static String text(String text) {
        return "s:" + text.getBytes(StandardCharsets.UTF_8).length + ":\"" + text + "\";";
    }
}
