package org.wirt.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.listing.Cursor;
import org.wirt.listing.KeysetList;
import org.wirt.listing.PageRequest;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What programs narrow a list down by. The pages pass over what they do not know, because addresses are kept for
/// years; a program that misspells a filter would hear of everybody, and could suspend them.
@Component
class ListParameters {

    private static final Set<String> PAGING = Set.of("dir", "size", "after", "before");

    private final List<KeysetList<?>> lists;

    ListParameters(List<KeysetList<?>> lists) {
        this.lists = lists;
    }

    /// Those of a deed's filter.
    ///
    /// @param object what the deed is done to
    /// @throws Refused where its list cannot be narrowed down so
    void check(String object, Map<String, List<String>> filter) {
        var list = lists.stream().filter(one -> one.name().equals(object)).findFirst();
        var names = list.map(KeysetList::filters).orElseGet(List::of);
        check(filter, names, list.map(KeysetList::choices).orElseGet(Map::of));
    }

    /// Those of a request for a page.
    static Map<String, List<String>> of(Call call, KeysetList<?> list) {
        var choices = new LinkedHashMap<>(list.choices());
        choices.put("sort", list.sorts());
        return of(call, list.filters(), choices);
    }

    /// @param choices the words that some of them take
    static Map<String, List<String>> of(Call call, List<String> filters, Map<String, List<String>> choices) {
        var parameters = new LinkedHashMap<String, List<String>>();
        call.request().getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        var names = new TreeSet<>(PAGING);
        names.addAll(filters);
        names.addAll(choices.keySet());
        var words = new LinkedHashMap<>(choices);
        words.put("dir", List.of("asc", "desc"));
        words.put("size", PageRequest.SIZES.stream().map(String::valueOf).toList());
        check(parameters, List.copyOf(names), words);
        for (var name : List.of("after", "before")) {
            var text = PageRequest.first(parameters, name);
            if (!text.isEmpty() && Cursor.read(text).isEmpty())
                throw new Refused(Refusal.invalid(name, "cursor-unknown"));
        }
        return parameters;
    }

    private static void check(Map<String, List<String>> said, List<String> names, Map<String, List<String>> choices) {
        said.forEach((name, values) -> {
            if (!names.contains(name))
                throw new Refused(Refusal.invalid(name, "filter-unknown", String.join(", ", names)));
            var words = choices.get(name);
            if (words != null && values.stream().anyMatch(value -> !value.isBlank() && !words.contains(value.strip())))
                throw new Refused(Refusal.invalid(name, "filter-word", String.join(", ", words)));
        });
    }
}
