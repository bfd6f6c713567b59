package org.wirt.listing;

import java.util.List;
import java.util.Optional;

/// One page of a list, and how to get to its neighbours.
public record Page<R>(List<R> rows, Optional<Cursor> previous, Optional<Cursor> next, Count count) {

    /// How many there are, counted no further than [#MOST].
    public record Count(int number, boolean more) {

        public static final int MOST = 10_000;

        public static Count of(int counted) {
            return new Count(Math.min(counted, MOST), counted > MOST);
        }
    }
}
