package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.hosting.HoldingsOf;

/// Accounts and, where they are asked for, the figures about them: what they hold, and what is only kept for them.
@Component
public class AccountFigures {

    private final AccountDirectory directory;
    private final HoldingsOf holdings;
    private final KeptCounts counts;
    private final ActiveCounts actives;

    AccountFigures(AccountDirectory directory, HoldingsOf holdings, KeptCounts counts, ActiveCounts actives) {
        this.directory = directory;
        this.holdings = holdings;
        this.counts = counts;
        this.actives = actives;
    }

    /// @param activeCustomers and `activeSites` those of status 0
    public record Read(
            AccountDetails account,
            Optional<HoldingsOf.Held> held,
            KeptCounts.Count count,
            long activeCustomers,
            long activeSites) {

        Element ofCustomer() {
            var held = this.held.orElseThrow();
            var stat = new Element("stat")
                    .add("active_domains", activeSites)
                    .add("subdomains", count.subdomains())
                    .add("disk_space", held.disk())
                    .add("postboxs", held.mailboxes())
                    .add("redirects", held.forwards());
            return stat.add("mail_groups", 0)
                    .add("mail_resps", held.answers())
                    .add("mail_lists", 0)
                    .add("web_users", 0)
                    .add("data_bases", count.databases())
                    .add("traffic", held.traffic())
                    .add("traffic_prevday", 0);
        }

        Element ofReseller() {
            var held = this.held.orElseThrow();
            return new Element("stat")
                    .add("active-clients", activeCustomers)
                    .add("active-domains", activeSites)
                    .add("clients", held.customers())
                    .add("domains", held.sites())
                    .add("subdomains", count.subdomains())
                    .add("domain-aliases", count.aliases())
                    .add("disk-space", held.disk())
                    .add("web-users", 0)
                    .add("data-bases", count.databases())
                    .add("postboxs", held.mailboxes())
                    .add("mbox-quota", held.mailboxSizes())
                    .add("redirects", held.forwards())
                    .add("mail-groups", 0)
                    .add("mail-resps", held.answers())
                    .add("mail-lists", 0)
                    .add("mssql-data-bases", 0)
                    .add("traffic", held.traffic())
                    .add("traffic-prevday", 0);
        }
    }

    /// Call within a scoped transaction.
    public Map<Long, Read> read(Collection<Long> ids, boolean withFigures) {
        var held = withFigures ? holdings.accounts(ids) : Map.<Long, HoldingsOf.Held>of();
        var many = withFigures ? counts.ofAccounts(ids) : Map.<Long, KeptCounts.Count>of();
        var active = withFigures ? actives.ofAccounts(ids) : Map.<Long, ActiveCounts.Active>of();
        var all = new HashMap<Long, Read>();
        directory.read(ids).forEach((id, account) -> {
            var his = active.getOrDefault(id, ActiveCounts.Active.NONE);
            all.put(
                    id,
                    new Read(
                            account,
                            Optional.ofNullable(held.get(id)),
                            many.getOrDefault(id, KeptCounts.Count.NONE),
                            his.customers(),
                            his.sites()));
        });
        return all;
    }
}
