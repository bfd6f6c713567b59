package org.wirt.web;

import java.util.List;
import org.wirt.audit.AuditLine;
import org.wirt.speech.Texts;

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

    private static String word(Texts t, String prefix, String key) {
        return t.has(prefix + key) ? t.of(prefix + key) : key;
    }
}
