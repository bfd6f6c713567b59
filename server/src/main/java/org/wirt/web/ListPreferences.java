package org.wirt.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.access.People;
import org.wirt.listing.PageRequest;

/// How many rows and which columns of a list somebody wants to see: what he chose last, on every device.
@Component
class ListPreferences {

    /// @param columns none: all of them
    record Choice(int size, List<String> columns) {

        /// The name and the status are what a row is recognised by.
        boolean shows(String column) {
            return columns.isEmpty() || column.equals("name") || column.equals("status") || columns.contains(column);
        }
    }

    /// For a list inside another page, which shows what fits there.
    static final Choice ALL = new Choice(PageRequest.DEFAULT_SIZE, List.of());

    private final People people;

    ListPreferences(People people) {
        this.people = people;
    }

    /// What the address says is shown and kept; what it leaves open is as it was last.
    Choice of(Visit visit, String list) {
        var login = visit.session().person().loginId();
        var kept = people.listPreferences(login);
        var wanted = new HashMap<String, String>();
        var size = chosen(visit, "size", kept.getOrDefault(list + ".size", ""));
        var columns = chosen(visit, "columns", kept.getOrDefault(list + ".columns", ""));
        if (!size.equals(kept.getOrDefault(list + ".size", ""))) wanted.put(list + ".size", size);
        if (!columns.equals(kept.getOrDefault(list + ".columns", ""))) wanted.put(list + ".columns", columns);
        if (!wanted.isEmpty()) people.preferLists(login, wanted);
        var shown = Arrays.stream(columns.split(",")).filter(c -> !c.isBlank()).toList();
        return new Choice(Visit.number(size).map(Math::toIntExact).orElse(PageRequest.DEFAULT_SIZE), shown);
    }

    private static String chosen(Visit visit, String parameter, String kept) {
        var value = visit.parameter(parameter);
        boolean fits = parameter.equals("size")
                ? PageRequest.SIZES.stream().map(String::valueOf).anyMatch(value::equals)
                : value.length() <= 200 && value.chars().allMatch(c -> c == ',' || (c >= 'a' && c <= 'z'));
        return !value.isEmpty() && fits ? value : kept;
    }
}
