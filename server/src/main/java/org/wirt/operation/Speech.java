package org.wirt.operation;

import java.util.Map;
import org.wirt.value.Spoken;

/// Knows how phrases are said; the doors fulfil it, because they own the words.
public interface Speech {

    /// The phrase by language tag.
    Map<String, String> inEveryLanguage(Spoken phrase);
}
