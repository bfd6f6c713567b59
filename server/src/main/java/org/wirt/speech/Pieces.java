package org.wirt.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text taken apart at its gaps. Only a text without quotes, choices and formats can be: the others are read by
/// [java.text.MessageFormat], which takes a hundred times as long.
///
/// @param between what stands before, between and after the gaps; none: it cannot be taken apart
/// @param gaps    which gap follows which piece
record Pieces(List<String> between, List<Integer> gaps) {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    static Pieces of(String pattern) {
        var between = new ArrayList<String>();
        var gaps = new ArrayList<Integer>();
        var gap = GAP.matcher(pattern);
        int end = 0;
        while (gap.find()) {
            between.add(pattern.substring(end, gap.start()));
            gaps.add(Integer.valueOf(gap.group(1)));
            end = gap.end();
        }
        between.add(pattern.substring(end));
        boolean simple = between.stream().noneMatch(piece -> piece.contains("'") || piece.contains("{"));
        return new Pieces(simple ? List.copyOf(between) : List.of(), List.copyOf(gaps));
    }

    /// The text with these words in its gaps; absent where something else than words is to be said.
    Optional<String> joined(@Nullable Object[] words) {
        if (between.isEmpty()) return Optional.empty();
        var text = new StringBuilder(between.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            int gap = gaps.get(i);
            if (gap >= words.length || !(words[gap] instanceof String word)) return Optional.empty();
            text.append(word).append(between.get(i + 1));
        }
        return Optional.of(text.toString());
    }
}
