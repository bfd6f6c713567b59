package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.wirt.access.Level;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.listing.KeysetList;
import org.wirt.web.ui.Texts;

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
        send(visit, response, "wirt-customers.csv", CustomerList.SORTS, customers);
    }

    @GetMapping("/resellers.csv")
    void resellers(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.ADMINISTRATOR);
        send(visit, response, "wirt-resellers.csv", ResellerList.SORTS, resellers);
    }

    private void send(
            Visit visit, HttpServletResponse response, String file, List<String> sorts, KeysetList<AccountRow> list)
            throws IOException {
        var t = visit.t();
        boolean administrator = visit.level() == Level.ADMINISTRATOR;
        lists.send(visit, response, file, list, sorts, head(t), (table, row) -> row(t, table, row, administrator));
    }

    private static Csv head(Texts t) {
        return new Csv(
                t.of("web.csv.id"),
                t.of("web.csv.name"),
                t.of("web.company"),
                t.of("web.username"),
                t.of("web.email"),
                t.of("web.status"),
                t.of("web.subscriptions"),
                t.of("web.domains"),
                t.of("web.provider"),
                t.of("web.created"),
                t.of("web.description"));
    }

    private static void row(Texts t, Csv table, AccountRow row, boolean administrator) {
        table.row(
                row.id(),
                row.name(),
                row.company(),
                row.username(),
                row.email(),
                AccountWords.status(t, row.own(), row.above()).tooltip(t),
                row.subscriptions(),
                row.domains(),
                administrator
                        ? row.provider().map(AccountRow.ProviderName::name).orElse("")
                        : "",
                row.created().toString(),
                row.description());
    }
}
