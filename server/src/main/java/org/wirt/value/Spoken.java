package org.wirt.value;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A gap of a sentence that is itself said in the reader's language: the name of a limit, an amount. A door replaces it
/// by what [#in] says, before it fills the sentence.
public interface Spoken {

    /// @param words the text of a message key in that language
    String in(Locale reader, UnaryOperator<String> words);

    /// Several, one after the other.
    static Spoken list(List<? extends Spoken> all) {
        return (reader, words) -> all.stream().map(one -> one.in(reader, words)).collect(Collectors.joining(", "));
    }
}
