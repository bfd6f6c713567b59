package org.wirt.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirt.value.Refusal;

/// A text with placeholders, taken apart once for all its readers.
final class Template {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]{1,60})}");
    private static final Map<String, Placeholder> KNOWN =
            Stream.of(Placeholder.values()).collect(Collectors.toMap(Placeholder::written, placeholder -> placeholder));

    /// @param before the text in front of the placeholder, or after the last one
    private record Piece(String before, Optional<Placeholder> gap) {}

    private final List<Piece> pieces = new ArrayList<>();

    Template(String text) {
        int end = 0;
        var braces = BRACES.matcher(text);
        while (braces.find()) {
            var known = KNOWN.get(braces.group());
            if (known == null) continue;
            pieces.add(new Piece(text.substring(end, braces.start()), Optional.of(known)));
            end = braces.end();
        }
        pieces.add(new Piece(text.substring(end), Optional.empty()));
    }

    Set<Placeholder> placeholders() {
        var used = EnumSet.noneOf(Placeholder.class);
        pieces.forEach(piece -> piece.gap.ifPresent(used::add));
        return used;
    }

    /// What has no value is left out. A value is never read as a placeholder, so nobody is called by his own link.
    String filled(Map<Placeholder, String> values) {
        var filled = new StringBuilder();
        for (var piece : pieces) {
            filled.append(piece.before);
            piece.gap.ifPresent(gap -> filled.append(value(gap, values)));
        }
        return filled.toString();
    }

    private static String value(Placeholder gap, Map<Placeholder, String> values) {
        if (gap == Placeholder.LINK) return Letters.LINK;
        return values.getOrDefault(gap, "").replace(Letters.LINK, "(link)");
    }

    /// What is wrong with a text: words in braces that are no placeholder here, and those it must have.
    static List<Refusal> refusals(
            String field, String text, Collection<Placeholder> allowed, Collection<Placeholder> needed) {
        var names = allowed.stream().map(Placeholder::written).toList();
        var refusals = new ArrayList<Refusal>();
        var unknown = BRACES.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(written -> !names.contains(written))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            refusals.add(Refusal.invalid(
                    field,
                    "placeholder-unknown",
                    String.join(", ", unknown),
                    unknown.size(),
                    String.join(", ", names)));
        }
        needed.stream()
                .map(Placeholder::written)
                .filter(written -> !text.contains(written))
                .forEach(written -> refusals.add(Refusal.invalid(field, "placeholder-missing", written)));
        return Collections.unmodifiableList(refusals);
    }
}
