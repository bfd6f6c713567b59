package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirt.listing.Cursor;
import org.wirt.listing.KeysetList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;

/// A page of a list, narrowed down, sorted and paged by the same parameters as the panel's own.
///
/// @param next     goes into `after` for the page after it; absent: this is the last
/// @param previous goes into `before`
/// @param count    how many there are in all
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listed<R>(
        List<R> rows, @Nullable String next, @Nullable String previous, Count count) {

    /// @param more whether there are more than that: nobody counts further
    record Count(int number, boolean more) {}

    /// Call within a scoped transaction.
    ///
    /// @param sorts what it can be sorted by, the usual first
    static <T, R> Listed<R> of(Call call, KeysetList<T> list, List<String> sorts, Function<T, R> row) {
        var parameters = ListParameters.of(call, list);
        return of(
                list.page(
                        call.caller().scope(), parameters, PageRequest.of(parameters, sorts, PageRequest.DEFAULT_SIZE)),
                row);
    }

    static <T, R> Listed<R> of(Page<T> page, Function<T, R> row) {
        return new Listed<>(
                page.rows().stream().map(row).toList(),
                page.next().map(Cursor::text).orElse(null),
                page.previous().map(Cursor::text).orElse(null),
                new Count(page.count().number(), page.count().more()));
    }
}
