package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.hosting.HoldingsOf;

/// Accounts and, where they are asked for, the figures about them.
@Component
class AccountFigures {

    private final AccountDirectory directory;
    private final HoldingsOf holdings;

    AccountFigures(AccountDirectory directory, HoldingsOf holdings) {
        this.directory = directory;
        this.holdings = holdings;
    }

    record Read(AccountDetails account, Optional<HoldingsOf.Held> held) {

        Element ofCustomer() {
            var held = this.held.orElseThrow();
            var stat = new Element("stat")
                    .add("active_domains", held.activeSites())
                    .add("subdomains", 0)
                    .add("disk_space", held.disk())
                    .add("postboxs", held.mailboxes())
                    .add("redirects", held.forwards());
            for (var nothing : List.of("mail_groups", "mail_resps", "mail_lists", "web_users", "data_bases"))
                stat.add(nothing, 0);
            return stat.add("traffic", held.traffic()).add("traffic_prevday", 0);
        }

        Element ofReseller() {
            var held = this.held.orElseThrow();
            return new Element("stat")
                    .add("active-clients", held.activeCustomers())
                    .add("active-domains", held.activeSites())
                    .add("clients", held.customers())
                    .add("domains", held.sites())
                    .add("subdomains", 0)
                    .add("domain-aliases", 0)
                    .add("disk-space", held.disk())
                    .add("web-users", 0)
                    .add("data-bases", 0)
                    .add("postboxs", held.mailboxes())
                    .add("mbox-quota", held.mailboxSizes())
                    .add("redirects", held.forwards())
                    .add("mail-groups", 0)
                    .add("mail-resps", 0)
                    .add("mail-lists", 0)
                    .add("mssql-data-bases", 0)
                    .add("traffic", held.traffic())
                    .add("traffic-prevday", 0);
        }
    }

    /// Call within a scoped transaction.
    Map<Long, Read> read(Collection<Long> ids, boolean withFigures) {
        var held = withFigures ? holdings.accounts(ids) : Map.<Long, HoldingsOf.Held>of();
        var all = new HashMap<Long, Read>();
        directory.read(ids).forEach((id, account) -> all.put(id, new Read(account, Optional.ofNullable(held.get(id)))));
        return all;
    }
}
