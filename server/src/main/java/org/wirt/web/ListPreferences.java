package org.wirt.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.wirt.access.People;
import org.wirt.listing.PageRequest;

/// How many rows, how high, and which columns of a list somebody wants to see: what he chose last, on every device.
@Component
class ListPreferences {

    /// @param columns none: all of them
    /// @param views what follows the question mark of a list's address, by the name somebody gave it
    /// @param dense low rows, in every list
    record Choice(int size, List<String> columns, Map<String, String> views, boolean dense) {

        /// Is a column wanted that only stands there for whoever asks for it?
        boolean asksFor(String column) {
            return columns.contains(column);
        }

        /// The name and the status are what a row is recognised by.
        boolean shows(String column) {
            return columns.isEmpty() || column.equals("name") || column.equals("status") || columns.contains(column);
        }
    }

    /// As many views as a menu holds, and as many characters as a name and an address may have.
    static final int VIEWS = 20;

    static final int NAME = 40;
    private static final int QUERY = 1_000;
    private static final String VIEW = ".view.";
    private static final String DENSITY = "density";
    static final String DENSE = "dense";
    /// A view of the whole list still has something behind the question mark.
    private static final String EVERYTHING = "filter=closed";

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
        return new Choice(
                Visit.number(size).map(Math::toIntExact).orElse(PageRequest.DEFAULT_SIZE),
                shown,
                views(kept, list),
                kept.getOrDefault(DENSITY, "").equals(DENSE));
    }

    void density(long login, String density) {
        people.preferLists(login, Map.of(DENSITY, density.equals(DENSE) ? DENSE : ""));
    }

    private static SortedMap<String, String> views(Map<String, String> kept, String list) {
        var views = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var prefix = list + VIEW;
        kept.forEach((key, query) -> {
            if (key.startsWith(prefix) && !query.isEmpty()) views.put(key.substring(prefix.length()), query);
        });
        return views;
    }

    /// Keeps what is filtered and how it is ordered; false where there are too many.
    boolean keepView(Visit visit, String list, String name, String query) {
        var login = visit.session().person().loginId();
        var views = views(people.listPreferences(login), list);
        if (query.length() > QUERY || (views.size() >= VIEWS && !views.containsKey(name))) return false;
        people.preferLists(login, Map.of(list + VIEW + name, query.isEmpty() ? EVERYTHING : query));
        return true;
    }

    void dropView(Visit visit, String list, String name) {
        var login = visit.session().person().loginId();
        if (views(people.listPreferences(login), list).containsKey(name))
            people.preferLists(login, Map.of(list + VIEW + name, ""));
    }

    private static String chosen(Visit visit, String parameter, String kept) {
        var value = visit.parameter(parameter);
        boolean fits = parameter.equals("size")
                ? PageRequest.SIZES.stream().map(String::valueOf).anyMatch(value::equals)
                : value.length() <= 200 && value.chars().allMatch(c -> c == ',' || (c >= 'a' && c <= 'z'));
        return !value.isEmpty() && fits ? value : kept;
    }
}
