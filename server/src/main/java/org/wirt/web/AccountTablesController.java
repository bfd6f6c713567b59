package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.wirt.access.Level;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.listing.KeysetList;
import org.wirt.speech.Texts;

/// Customers and resellers as a table: all that the list's filter matches, in its order.
@Controller
class AccountTablesController {

    private final CustomerList customers;
    private final ResellerList resellers;
    private final Lists lists;

    AccountTablesController(CustomerList customers, ResellerList resellers, Lists lists) {
        this.customers = customers;
        this.resellers = resellers;
        this.lists = lists;
    }

    @GetMapping("/customers.csv")
    void customers(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        boolean provider = visit.level() == Level.ADMINISTRATOR;
        send(visit, response, "wirt-customers.csv", CustomerList.SORTS, customers, provider);
    }

    @GetMapping("/resellers.csv")
    void resellers(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.ADMINISTRATOR);
        send(visit, response, "wirt-resellers.csv", ResellerList.SORTS, resellers, false);
    }

    /// @param provider whether the accounts belong to different ones, so that a column says to whom
    private void send(
            Visit visit,
            HttpServletResponse response,
            String file,
            List<String> sorts,
            KeysetList<AccountRow> list,
            boolean provider)
            throws IOException {
        var t = visit.t();
        lists.send(visit, response, file, list, sorts, head(t, provider), (table, row) -> row(t, table, row, provider));
    }

    private static Csv head(Texts t, boolean provider) {
        var heads = new ArrayList<Object>(List.of(
                t.of("web.csv.id"),
                t.of("web.csv.name"),
                t.of("web.company"),
                t.of("web.username"),
                t.of("web.email"),
                t.of("web.status"),
                t.of("web.subscriptions"),
                t.of("web.domains")));
        if (provider) heads.add(t.of("web.provider"));
        heads.add(t.of("web.created"));
        heads.add(t.of("web.description"));
        return new Csv(heads.toArray());
    }

    private static void row(Texts t, Csv table, AccountRow row, boolean provider) {
        var cells = new ArrayList<Object>(List.of(
                row.id(),
                row.name(),
                row.company(),
                row.username(),
                row.email(),
                AccountWords.status(t, row.own(), row.above()).tooltip(t),
                row.subscriptions(),
                row.domains()));
        if (provider)
            cells.add(row.provider().map(AccountRow.ProviderName::name).orElse(""));
        cells.add(row.created().toString());
        cells.add(row.description());
        table.row(cells.toArray());
    }
}
