package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What happens above a limit. The dialect has more words for it than Wirt has meanings: the one that was said is kept,
/// and told again as long as it means what holds.
final class OveruseWords {

    static final String NAME = "overuse";
    private static final String POLICY = "resource-policy";

    private OveruseWords() {}

    /// The word that a node `limits` says, as it is kept.
    static Map<String, String> kept(Element asked) {
        var kept = new LinkedHashMap<String, String>();
        asked.child("limits").flatMap(OveruseWords::node).ifPresent(word -> kept.put(NAME, word.text()));
        return kept;
    }

    /// In a reseller's limits it stands one node deeper.
    private static Optional<Element> node(Element limits) {
        return limits.child(NAME).or(() -> limits.child(POLICY).flatMap(policy -> policy.child(NAME)));
    }

    /// @param limits as they are told
    static Element told(Element limits, Map<String, String> kept) {
        var word = kept.getOrDefault(NAME, "");
        var within = limits.child(POLICY).orElse(limits).children();
        for (int i = 0; i < within.size(); i++) {
            var one = within.get(i);
            boolean same = one.name().equals(NAME)
                    && !word.isEmpty()
                    && TermWords.overuse(word).equals(TermWords.overuse(one.text()));
            if (same) within.set(i, Element.of(NAME, word));
        }
        return limits;
    }
}
