package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.web.ui.Texts;

/// Customers and resellers as a table: all that the list's filter matches, in its order.
@Controller
class AccountTablesController {

    private final CustomerList customers;
    private final ResellerList resellers;
    private final ScopedTransaction transaction;

    AccountTablesController(CustomerList customers, ResellerList resellers, ScopedTransaction transaction) {
        this.customers = customers;
        this.resellers = resellers;
        this.transaction = transaction;
    }

    @GetMapping("/customers.csv")
    void customers(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        send(visit, response, "wirt-customers.csv", CustomerList.SORTS, customers::rows);
    }

    @GetMapping("/resellers.csv")
    void resellers(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.ADMINISTRATOR);
        send(visit, response, "wirt-resellers.csv", ResellerList.SORTS, resellers::rows);
    }

    private void send(
            Visit visit,
            HttpServletResponse response,
            String file,
            List<String> sorts,
            BiFunction<Map<String, List<String>>, PageRequest, Page<AccountRow>> rows)
            throws IOException {
        var t = visit.t();
        var parameters = visit.parameters();
        boolean administrator = visit.level() == Level.ADMINISTRATOR;
        Tables.send(
                response,
                file,
                PageRequest.of(parameters, sorts, PageRequest.DEFAULT_SIZE),
                head(t),
                request -> transaction.read(visit.scope(), () -> rows.apply(parameters, request)),
                (table, row) -> row(t, table, row, administrator));
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
