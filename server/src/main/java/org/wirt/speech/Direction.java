package org.wirt.speech;

import org.jspecify.annotations.Nullable;

/// Which way a text runs. A name written from right to left, or one that carries marks of direction, must not turn
/// round the sentence it stands in (Unicode Standard Annex 9, 2.7 and 6.3).
final class Direction {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    /// No letter below runs from right to left: most names are looked through without a table.
    private static final int FIRST_OF_THEM = 0x590;

    private Direction() {}

    /// The same gap; words that could turn the sentence round are kept apart from it.
    static @Nullable Object apart(@Nullable Object gap) {
        return gap instanceof String word && word.codePoints().anyMatch(Direction::turns) ? isolated(word) : gap;
    }

    /// What is opened inside is closed inside: a pop that belongs to nothing would end the isolation itself.
    private static String isolated(String word) {
        var text = new StringBuilder().append(FIRST_STRONG_ISOLATE);
        int open = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == POP_ISOLATE && open == 0) continue;
            if (c == POP_ISOLATE) open--;
            if (c >= '\u2066' && c <= FIRST_STRONG_ISOLATE) open++;
            text.append(c);
        }
        while (open-- > 0) text.append(POP_ISOLATE);
        return text.append(POP_ISOLATE).toString();
    }

    private static boolean turns(int letter) {
        if (letter < FIRST_OF_THEM) return false;
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> letter == '\u200E';
        };
    }
}
