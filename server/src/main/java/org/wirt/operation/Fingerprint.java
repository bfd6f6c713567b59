package org.wirt.operation;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirt.value.Sha256;

/// What a request asked for, so that one with the same id but another wish is told from its repetition. Secrets are no
/// part of it: what is kept of a password must not tell it.
final class Fingerprint {

    private Fingerprint() {}

    static String of(String verb, Selection selection, Map<String, List<String>> kept) {
        var targets = switch (selection) {
            case Selection.These(var ids) -> ids.toString();
            case Selection.Matching(var filter) -> new TreeMap<>(filter).toString();
        };
        var text = verb + "\n" + targets + "\n" + new TreeMap<>(kept);
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
