package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.listing.KeysetList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;

/// What the page of every list begins with, and how a list becomes a table.
@Component
class Lists {

    /// A list about to be shown.
    ///
    /// @param may the verbs the reader may use
    /// @param request the page he wants, as he last shaped it
    /// @param draft searchable, with the job he started from it
    record Opened(Set<String> may, PageRequest request, ListDraft draft) {}

    private final PermittedVerbs permitted;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    Lists(PermittedVerbs permitted, ListPreferences preferences, JobViews jobs, ScopedTransaction transaction) {
        this.permitted = permitted;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /// A list with a page of its own, and a table beside it.
    ///
    /// @param list its name: that of its way, of its texts, and of what is kept of how the reader wants it
    Opened open(Visit visit, String list, List<String> sorts) {
        var opened = open(visit, list, "/" + list, list, sorts);
        opened.draft.export("/" + list + ".csv");
        return opened;
    }

    /// A list that stands in the page of somebody.
    ///
    /// @param kept what is kept of how the reader wants it
    Opened open(Visit visit, String list, String way, String kept, List<String> sorts) {
        var choice = preferences.of(visit, kept);
        var draft = new ListDraft(visit, way, visit.t().of("web." + list), choice)
                .searchable()
                .job(jobs.running(visit));
        return new Opened(permitted.of(visit), PageRequest.of(visit.parameters(), sorts, choice.size()), draft);
    }

    <T> Page<T> read(Visit visit, KeysetList<T> list, PageRequest request) {
        return transaction.read(visit.scope(), () -> list.page(visit.scope(), visit.parameters(), request));
    }

    /// All that the list's filter matches, in its order.
    <T> void send(
            Visit visit,
            HttpServletResponse response,
            String file,
            KeysetList<T> list,
            List<String> sorts,
            Csv csv,
            BiConsumer<Csv, T> row)
            throws IOException {
        Tables.send(
                response,
                file,
                PageRequest.of(visit.parameters(), sorts, PageRequest.DEFAULT_SIZE),
                csv,
                request -> transaction.read(visit.scope(), () -> list.rows(visit.parameters(), request)),
                row);
    }
}
