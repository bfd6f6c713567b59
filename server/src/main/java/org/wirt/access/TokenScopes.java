package org.wirt.access;

import java.util.Set;

/// What a token is for, whatever more its owner may: `customer:read` to look at customers, `customer:write` to change
/// them as well, `*` for every kind of object. The kinds are those of the verbs.
public record TokenScopes(Set<String> words) {

    private static final String ALL = "*";
    private static final String READ = ":read";
    private static final String WRITE = ":write";

    public TokenScopes {
        words = Set.copyOf(words);
    }

    public static TokenScopes everything(boolean writes) {
        return new TokenScopes(Set.of(ALL + (writes ? WRITE : READ)));
    }

    public static String word(String object, boolean writes) {
        return object + (writes ? WRITE : READ);
    }

    public boolean reads(String object) {
        return writes(object) || has(object, READ);
    }

    public boolean writes(String object) {
        return has(object, WRITE);
    }

    public boolean isEverything() {
        return words.contains(ALL + WRITE);
    }

    /// Whether it may change anything at all.
    public boolean writesAnything() {
        return words.stream().anyMatch(word -> word.endsWith(WRITE));
    }

    private boolean has(String object, String how) {
        return words.contains(ALL + how) || words.contains(object + how);
    }
}
