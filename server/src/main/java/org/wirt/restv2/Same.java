package org.wirt.restv2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// What a body names in several ways: all of them must mean the same, or nobody knows which was meant.
final class Same {

    private Same() {}

    /// Those that were said, as texts.
    static <T> Stream<String> said(@Nullable T value) {
        return Stream.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    /// @param found of each way what it means; at least one
    /// @throws Failed where they mean two, or one of them nothing
    static Optional<Long> of(String what, List<Optional<Long>> found) {
        var first = found.getFirst();
        if (!found.stream().allMatch(first::equals))
            throw new Failed(ErrorNumbers.MALFORMED, what + " is named in ways that contradict each other.");
        return first;
    }
}
