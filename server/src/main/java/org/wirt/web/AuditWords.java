package org.wirt.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.wirt.audit.AuditLine;
import org.wirt.value.Causes;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Texts;

/// Lines of the audit log in the reader's words; what has none stands as it was written.
final class AuditWords {

    private AuditWords() {}

    static String deed(Texts t, String verb) {
        if (verb.endsWith(".undo")) return t.of("web.job.undo", deed(t, verb.substring(0, verb.length() - 5)));
        for (var key : List.of("web.deed." + verb, "verb." + verb)) if (t.has(key)) return t.of(key);
        return verb;
    }

    static String object(Texts t, AuditLine line) {
        return word(t, "web.object.", line.object());
    }

    static List<Cell.Value> values(Texts t, AuditLine line) {
        var keys = new LinkedHashSet<>(line.before().keySet());
        keys.addAll(line.after().keySet());
        var values = new ArrayList<Cell.Value>();
        for (var key : keys) {
            var before = value(t, key, line.before().getOrDefault(key, ""));
            var after = value(t, key, line.after().getOrDefault(key, ""));
            if (!before.equals(after)) values.add(new Cell.Value(word(t, "web.value.", key), before, after));
        }
        return values;
    }

    private static String value(Texts t, String key, String value) {
        if (!key.equals("reasons") || value.isEmpty()) return value;
        try {
            var causes = new Causes(Integer.parseInt(value)).list();
            return causes.isEmpty()
                    ? t.of("web.status.active")
                    : causes.stream().map(c -> AccountWords.word(t, c)).collect(Collectors.joining(", "));
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private static String word(Texts t, String prefix, String key) {
        if (t.has(prefix + key)) return t.of(prefix + key);
        boolean ofCatalogue = key.startsWith("limit.") || key.startsWith("permission.");
        return ofCatalogue && t.has(key) ? t.of(key) : key;
    }
}
