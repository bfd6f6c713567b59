package org.wirt.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.listing.Cursor;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.web.ui.Address;
import org.wirt.web.ui.Chip;
import org.wirt.web.ui.Column;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.EmptyState;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.JobView;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.ListPage;
import org.wirt.web.ui.ListToolbar;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Pager;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Tab;
import org.wirt.web.ui.Total;
import org.wirt.web.ui.Verb;

/// A list page while it is put together. Chips come from the filters, links to neighbouring pages from the keyset,
/// shown columns from the address or from what the reader chose last.
final class ListDraft {

    /// Parameters that do not narrow a list down.
    private static final Set<String> SHAPE =
            Set.of("q", "sort", "dir", "size", "columns", "after", "before", "filter", "job", "_csrf");

    private final Visit visit;
    private final String title;
    private Address address;
    private String kind;
    private String narrower = "";
    private String narrow = "";
    private final ListPreferences.Choice choice;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<ListToolbar.Group> groups = new ArrayList<>();
    private final List<Field> filters = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private boolean query;
    private @Nullable String lead;
    private @Nullable Link begin;
    private @Nullable String exportHref;
    private @Nullable JobView job;
    private EmptyState none = new EmptyState("list-check", "", null);

    ListDraft(Visit visit, String path, String title, ListPreferences.Choice choice) {
        this.visit = visit;
        this.title = title;
        this.address = new Address(path, visit.parameters()).without("_csrf", "job", "filter");
        this.choice = choice;
        this.kind = path.split("/", -1)[1];
    }

    /// A list that stands in the page of somebody: of what it is, and what its verbs must know to stay with him.
    ListDraft of(String kind, String parameter, long id) {
        this.kind = kind;
        narrower = parameter;
        narrow = String.valueOf(id);
        return this;
    }

    /// A filter that belongs to the list itself.
    ListDraft always(String parameter, String value) {
        address = address.with(parameter, value);
        return this;
    }

    /// A list has a search field only when it can search.
    ListDraft searchable() {
        query = true;
        return this;
    }

    ListDraft lead(String text) {
        lead = text;
        return this;
    }

    ListDraft begin(String label, String href, boolean allowed) {
        if (allowed) begin = new Link(label, href);
        return this;
    }

    ListDraft tab(String label, String href, boolean current) {
        tabs.add(new Tab(label, href, current, null));
        return this;
    }

    ListDraft verb(boolean allowed, Verb verb) {
        if (allowed) groups.add(ListToolbar.alone(verb));
        return this;
    }

    ListDraft verbs(String label, String icon, Verb... verbs) {
        if (verbs.length > 0) groups.add(new ListToolbar.Group(label, icon, List.of(verbs)));
        return this;
    }

    ListDraft filter(Field field) {
        filters.add(field.from(Form.of(Words.firsts(visit.parameters()))));
        return this;
    }

    /// Is the filter row open? What is in it is made and sent only then.
    boolean open() {
        return visit.parameter("filter").equals("open")
                || visit.parameters().keySet().stream().anyMatch(name -> !SHAPE.contains(name));
    }

    ListDraft column(String key, String label, boolean sortable) {
        return column(key, label, sortable ? key : null, false);
    }

    ListDraft number(String key, String label, boolean sortable) {
        return column(key, label, sortable ? key : null, true);
    }

    /// A column that is shown when somebody asks for it.
    ListDraft spare(String key, String label) {
        columns.add(new Column(key, label, key, false, choice.asksFor(key)));
        return this;
    }

    private ListDraft column(String key, String label, @Nullable String sort, boolean number) {
        columns.add(new Column(key, label, sort, number, choice.shows(key)));
        return this;
    }

    /// The table of all that matches; the name is that of the file's address.
    ListDraft export(String path) {
        var text = address.without("after", "before", "size", "columns").toString();
        exportHref = path + text.substring(address.path().length());
        return this;
    }

    ListDraft job(@Nullable JobView running) {
        job = running;
        return this;
    }

    ListDraft none(String icon, String text) {
        none = new EmptyState(icon, text, begin);
        return this;
    }

    <T> ModelAndView show(Page<T> page, PageRequest request, Function<T, Row> row) {
        var here = Crumb.here(title);
        var total = new Total(page.count().number(), page.count().more());
        return show(page, request, row, total, here);
    }

    <T> ModelAndView show(
            Page<T> page, PageRequest request, Function<T, Row> row, @Nullable Total total, Crumb... crumbs) {
        var view = view(visit.frame().titled(title, crumbs), page, request, row, total);
        return new ModelAndView(view.fragment() ? "list/body" : "list/page", "page", view);
    }

    /// A list that stands in another page.
    <T> ListPage within(Frame frame, Page<T> page, PageRequest request, Function<T, Row> row) {
        var total = new Total(page.count().number(), page.count().more());
        return view(frame, page, request, row, total);
    }

    private <T> ListPage view(
            Frame frame, Page<T> page, PageRequest request, Function<T, Row> row, @Nullable Total total) {
        boolean fragment = visit.fragmentFor("list");
        var chips = chips();
        return new ListPage(
                frame,
                fragment,
                address,
                narrower.isEmpty() ? address : address.with(narrower, narrow),
                kind,
                choice.dense(),
                new ListPage.Head(title, lead, tabs, begin, new ListToolbar(groups), exportHref, views()),
                new ListPage.Search(query, filters, open(), chips),
                new ListPage.Table(
                        columns,
                        !choice.columns().isEmpty(),
                        request.sort(),
                        request.descending(),
                        page.rows().stream().map(row).toList(),
                        pager(address, page, request),
                        none),
                total,
                fragment ? null : job);
    }

    private @Nullable List<Link> views() {
        if (!SavedViewsController.keepsViews(address)) return null;
        var way = address.path() + "?";
        return choice.views().entrySet().stream()
                .map(view -> new Link(view.getKey(), way + view.getValue()))
                .toList();
    }

    private List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        for (var filter : filters) {
            var value = address.value(filter.name()).strip();
            if (value.isEmpty()) continue;
            var shown = filter.options().stream()
                    .filter(o -> o.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value);
            var without = address.without(filter.name(), "after", "before").toString();
            chips.add(new Chip(filter.label(), shown, without));
        }
        return chips;
    }

    static Pager pager(Address address, Page<?> page, PageRequest request) {
        var plain = address.without("after", "before");
        return new Pager(
                page.previous()
                        .map(c -> plain.with("before", c.text()).toString())
                        .orElse(null),
                page.next()
                        .map(Cursor::text)
                        .map(c -> plain.with("after", c).toString())
                        .orElse(null),
                request.size(),
                PageRequest.SIZES,
                address);
    }

    static List<Option> options(Option... options) {
        return Arrays.asList(options);
    }

    /// The cells of a row by column, in the order given.
    static Map<String, org.wirt.web.ui.Cell> cells(Object... pairs) {
        var cells = new LinkedHashMap<String, org.wirt.web.ui.Cell>();
        for (int i = 0; i < pairs.length; i += 2) cells.put((String) pairs[i], (org.wirt.web.ui.Cell) pairs[i + 1]);
        return cells;
    }
}
