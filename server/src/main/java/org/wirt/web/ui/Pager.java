package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to the neighbouring pages of a list; absent links mean there is none.
public record Pager(@Nullable String previous, @Nullable String next, int size, List<Integer> sizes, Address address) {

    public static final List<Integer> SIZES = List.of(25, 50, 100, 250);

    public String sized(int other) {
        return address.without("after", "before")
                .with("size", String.valueOf(other))
                .toString();
    }
}
