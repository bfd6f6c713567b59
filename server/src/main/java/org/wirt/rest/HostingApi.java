package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.AutomaticAnswer;
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.ListedSite;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.Site;
import org.wirt.hosting.SiteList;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Spaces;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What lives in subscriptions.
@RestController
class HostingApi {

    private final SiteList list;
    private final Sites sites;
    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final FtpLogins ftpLogins;
    private final DnsRecords records;
    private final Spaces spaces;
    private final ScopedTransaction transaction;

    HostingApi(
            SiteList list,
            Sites sites,
            Mailboxes mailboxes,
            Forwards forwards,
            FtpLogins ftpLogins,
            DnsRecords records,
            Spaces spaces,
            ScopedTransaction transaction) {
        this.list = list;
        this.sites = sites;
        this.mailboxes = mailboxes;
        this.forwards = forwards;
        this.ftpLogins = ftpLogins;
        this.records = records;
        this.spaces = spaces;
        this.transaction = transaction;
    }

    /// @param target where visitors are led
    /// @param mode   for good, for now, or by a page that shows the other one
    record Leading(String target, Redirect.Mode mode) {

        private static @Nullable Leading of(Optional<Redirect> redirect) {
            return redirect.map(r -> new Leading(r.target().text(), r.mode())).orElse(null);
        }
    }

    /// @param disabled answered like a host that is not there
    /// @param redirect absent: its own pages are shown
    /// @param mailOff its mail is served elsewhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiteRow(
            long id,
            String host,
            String documentRoot,
            Named subscription,
            Named subscriber,
            Named provider,
            boolean disabled,
            @Nullable Leading redirect,
            boolean mailOff,
            Status status) {

        private static SiteRow of(ListedSite site) {
            return new SiteRow(
                    site.id(),
                    site.host(),
                    site.docroot(),
                    new Named(site.subscriptionId(), site.subscription()),
                    new Named(site.ownerId(), site.owner()),
                    new Named(site.providerId(), site.provider()),
                    site.disabled(),
                    Leading.of(site.redirect()),
                    site.mailOff(),
                    Status.of(site.own(), site.above()).with(site.disabled()));
        }
    }

    /// @param disabled answered like a host that is not there
    /// @param redirect absent: its own pages are shown
    /// @param mailOff its mail is served elsewhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiteOne(
            long id,
            String host,
            String documentRoot,
            Named subscription,
            boolean disabled,
            @Nullable Leading redirect,
            boolean mailOff,
            boolean certificate,
            long mailboxes,
            Status status) {

        private static SiteOne of(Site site) {
            var space = site.space();
            return new SiteOne(
                    site.id(),
                    site.host(),
                    site.docroot(),
                    new Named(space.id(), space.name()),
                    site.disabled(),
                    Leading.of(site.redirect()),
                    site.mailOff(),
                    site.certified(),
                    site.mailboxes(),
                    Status.of(together(site.own(), space.causes()), space.above())
                            .with(site.disabled()));
        }

        private static Causes together(Causes own, Causes subscription) {
            var all = own;
            for (Cause cause : subscription.list()) all = all.with(cause);
            return all;
        }
    }

    /// @param quota    bytes; absent: none
    /// @param disabled answered like an address that is not there
    /// @param answer   what it answers by itself; absent: nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailboxRow(
            long id,
            String address,
            long site,
            @Nullable Long quota,
            boolean disabled,
            @Nullable Answer answer) {

        private static MailboxRow of(Mailbox box) {
            return new MailboxRow(
                    box.id(),
                    box.local() + "@" + box.host(),
                    box.siteId(),
                    box.quota() < 0 ? null : box.quota(),
                    box.off(),
                    box.answer().map(Answer::of).orElse(null));
        }
    }

    /// @param subject absent: that of the message, after `Auto:`
    /// @param until   the last day (UTC) on which it answers, also one that has passed
    /// @param off     it is only kept: nobody gets it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable String subject,
            String text,
            boolean html,
            @Nullable LocalDate until,
            boolean off) {

        private static Answer of(AutomaticAnswer answer) {
            return new Answer(
                    answer.subject().orElse(null),
                    answer.text(),
                    answer.html(),
                    answer.until().orElse(null),
                    answer.off());
        }
    }

    /// @param keep  a mailbox of the same address gets it too
    /// @param alias another name of its one target
    record ForwardRow(long id, String address, long site, List<String> targets, boolean keep, boolean alias) {

        private static ForwardRow of(Forward forward) {
            return new ForwardRow(
                    forward.id(),
                    forward.local() + "@" + forward.host(),
                    forward.siteId(),
                    forward.targets(),
                    forward.keep(),
                    forward.alias());
        }
    }

    /// @param directory relative to the subscription's home; empty: the home itself
    /// @param main      the system user of the subscription
    record FtpRow(long id, String username, String directory, boolean main, List<String> keys) {

        private static FtpRow of(FtpLogin login) {
            return new FtpRow(login.id(), login.name(), login.directory(), login.main(), login.keys());
        }
    }

    /// @param name     relative to the domain; empty: the domain itself
    /// @param priority of MX and SRV
    /// @param ttl      seconds
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DnsRow(
            long id,
            String name,
            String type,
            String value,
            @Nullable Integer priority,
            int ttl) {

        private static DnsRow of(DnsRecord one) {
            return new DnsRow(
                    one.id(),
                    one.relative(),
                    one.type().name(),
                    one.value(),
                    one.type().hasPriority() ? one.priority() : null,
                    one.ttl());
        }
    }

    @Reading(value = "site", list = SiteList.class)
    @GetMapping("/api/v1/sites")
    Listed<SiteRow> sites(Call call) {
        return transaction.read(call.caller().scope(), () -> Listed.of(call, list, SiteList.SORTS, SiteRow::of));
    }

    @Reading("site")
    @GetMapping("/api/v1/sites/{id}")
    SiteOne site(Call call, @PathVariable long id) {
        return transaction.read(call.caller().scope(), () -> SiteOne.of(sites.one(id)));
    }

    @Reading("dns")
    @GetMapping("/api/v1/sites/{id}/dns")
    List<DnsRow> dns(Call call, @PathVariable long id) {
        return transaction.read(
                call.caller().scope(),
                () -> records.of(sites.one(id)).stream().map(DnsRow::of).toList());
    }

    @Reading("mailbox")
    @GetMapping("/api/v1/subscriptions/{id}/mailboxes")
    List<MailboxRow> mailboxes(Call call, @PathVariable long id) {
        return in(call, id, mailboxes::in, MailboxRow::of);
    }

    @Reading("forward")
    @GetMapping("/api/v1/subscriptions/{id}/forwards")
    List<ForwardRow> forwards(Call call, @PathVariable long id) {
        return in(call, id, forwards::in, ForwardRow::of);
    }

    @Reading("ftp")
    @GetMapping("/api/v1/subscriptions/{id}/ftp-users")
    List<FtpRow> ftpUsers(Call call, @PathVariable long id) {
        return in(call, id, ftpLogins::in, FtpRow::of);
    }

    private <T, R> List<R> in(Call call, long subscription, Function<List<Long>, List<T>> things, Function<T, R> row) {
        return transaction.read(call.caller().scope(), () -> {
            if (spaces.load(List.of(subscription)).isEmpty()) throw new Refused(Refusal.notFound());
            return things.apply(List.of(subscription)).stream().map(row).toList();
        });
    }
}
