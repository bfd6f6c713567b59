package org.wirt.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.wirt.hosting.Homes;
import org.wirt.hosting.ServingNode;
import org.wirt.value.DomainName;

/// Subscriptions with their web sites, mailboxes and FTP logins.
final class Hostings {

    /// @param number counted from 0 over all
    /// @param ordinal counted from 0 within its owner
    /// @param sites their ids, the main domain's first
    record Made(long id, Accounts.Made owner, int number, int ordinal, List<Long> sites) {}

    private static final List<String> WORLDS = List.of("", "-shop", "-events");
    private static final List<String> FURTHER = List.of("-blog", "-karriere", "-presse", "-archiv");
    private static final List<String> BOXES = List.of("info", "kontakt", "buchhaltung", "anna", "jobs", "newsletter");
    private static final long GIGABYTE = 1L << 30;

    private final DSLContext database;
    private final Homes homes;
    private final String hash;
    private final Instant now = Instant.now();
    private final List<Made> portion = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private int next;
    private final Rows subscriptions = new Rows(
            "subscription",
            "id bigint",
            "guid uuid",
            "customer_id bigint",
            "reseller_id bigint",
            "name text",
            "plan_id bigint",
            "sync text",
            "limits jsonb",
            "permissions jsonb",
            "unix_uid integer",
            "home text",
            "expires_at timestamptz",
            "disk_used bigint",
            "traffic_used bigint",
            "traffic_month date",
            "used_at timestamptz",
            "created_at timestamptz");
    private final Rows sites = new Rows(
            "site",
            "id bigint",
            "guid uuid",
            "subscription_id bigint",
            "customer_id bigint",
            "reseller_id bigint",
            "node_id bigint",
            "host text",
            "docroot text",
            "disabled boolean",
            "created_at timestamptz");
    private final Rows mailboxes = new Rows(
            "mailbox",
            "site_id bigint",
            "subscription_id bigint",
            "customer_id bigint",
            "reseller_id bigint",
            "node_id bigint",
            "local text",
            "password_hash text",
            "quota bigint");
    private final Rows ftp = new Rows(
            "ftp_login",
            "subscription_id bigint",
            "customer_id bigint",
            "reseller_id bigint",
            "node_id bigint",
            "login text",
            "password_hash text",
            "directory text",
            "main boolean");

    Hostings(DSLContext database, Homes homes, String hash) {
        this.database = database;
        this.homes = homes;
        this.hash = hash;
    }

    List<Made> fill(List<Accounts.Made> owners, Plans plans) {
        portion.clear();
        int count = owners.stream().mapToInt(Hostings::subscriptionsOf).sum();
        var ids = Numbers.next(database, "hosting_id", count * 3).iterator();
        var uids = Numbers.next(database, "unix_uid", count).iterator();
        for (var owner : owners) {
            for (int i = 0; i < subscriptionsOf(owner); i++) {
                var offered = plans.of(owner.realm());
                subscription(owner, i, ids.next(), uids.next(), offered, List.of(ids.next(), ids.next()));
            }
        }
        subscriptions.insert(database);
        sites.insert(database);
        mailboxes.insert(database);
        ftp.insert(database);
        return portion;
    }

    /// A reseller has one of his own; of customers most have one, some two or three, every twentieth none.
    private static int subscriptionsOf(Accounts.Made owner) {
        int i = owner.number();
        if (owner.reseller()) return 1;
        if (i == 0) return 3;
        if (i % 20 == 13) return 0;
        return i % 7 == 0 ? 3 : i % 4 == 1 ? 2 : 1;
    }

    private void subscription(
            Accounts.Made owner, int which, long id, long uid, List<Plans.Plan> offered, List<Long> further) {
        int number = next++;
        var host = host(owner.name().domain(), WORLDS.get(which));
        var home = homes.homeFor(Math.toIntExact(uid));
        var plan = offered.get(owner.number() == 0 ? 1 : (owner.number() + which) % offered.size());
        boolean custom = number % 17 == 16;
        var created = created(owner, which, number);
        var guid = UUID.randomUUID();
        subscriptions.add(
                id,
                guid,
                owner.id(),
                owner.realm(),
                host,
                custom ? null : plan.id(),
                custom ? "CUSTOM" : number % 11 == 7 ? "LOCKED" : number % 41 == 30 ? "UNSYNCED" : "SYNCED",
                plan.limits(),
                plan.permissions(),
                uid,
                home,
                owner.number() == 0 ? null : expiry(number, created),
                number * 104_729L * 8_191 % (6 * GIGABYTE),
                number * 15_485_863L * 127 % (40 * GIGABYTE),
                now.atZone(ZoneId.systemDefault()).toLocalDate().withDayOfMonth(1),
                now,
                created);
        var all = new ArrayList<Long>();
        site(id, guid, owner, id, host, Homes.MAIN_DOCROOT, false, created);
        all.add(id);
        for (int i = 0; i < (owner.number() == 0 ? 2 : number % 3); i++) {
            var another = host(owner.name().domain() + WORLDS.get(which), FURTHER.get((number + i) % FURTHER.size()));
            site(further.get(i), UUID.randomUUID(), owner, id, another, another, number % 37 == 5, created);
            all.add(further.get(i));
        }
        services(owner, id, number, host);
        portion.add(new Made(id, owner, number, which, all));
    }

    /// The main domain has the subscription's GUID, and all began with it.
    private void site(
            long id,
            UUID guid,
            Accounts.Made owner,
            long subscription,
            String host,
            String root,
            boolean disabled,
            Instant created) {
        sites.add(id, guid, subscription, owner.id(), owner.realm(), ServingNode.LOCAL, host, root, disabled, created);
    }

    private void services(Accounts.Made owner, long id, int number, String host) {
        for (int i = 0; i <= number % 4; i++) {
            mailboxes.add(id, id, owner.id(), owner.realm(), 1, BOXES.get(i), hash, i % 2 == 0 ? GIGABYTE : -1);
        }
        var login = systemUser(host, number);
        ftp.add(id, owner.id(), owner.realm(), 1, login, hash, "", true);
        if (number % 3 == 0) ftp.add(id, owner.id(), owner.realm(), 1, login + "-web", hash, Homes.MAIN_DOCROOT, false);
    }

    /// A few have expired, some do soon, most never.
    private @Nullable Instant expiry(int number, Instant created) {
        var ended = now.minus(1 + number % 60, ChronoUnit.DAYS);
        if (number % 23 == 9 && ended.isAfter(created)) return ended;
        if (number % 9 == 4) return now.plus(3 + number % 500, ChronoUnit.DAYS);
        return null;
    }

    /// The first with its owner, the others at any time since then.
    private Instant created(Accounts.Made owner, int which, int number) {
        if (which == 0) return owner.created();
        var since = Duration.between(owner.created(), now);
        return owner.created().plus(since.multipliedBy(1 + number % 10).dividedBy(12));
    }

    /// No label ends with a number, so what is made here is nobody's name.
    private String host(String label, String suffix) {
        int often = taken.merge(label + suffix, 1, Integer::sum);
        return new DomainName(label + (often == 1 ? "" : "-" + often) + suffix + ".example").ascii();
    }

    private static String systemUser(String host, int number) {
        var letters = host.replaceAll("^xn--|[^a-z]", "");
        return letters.substring(0, Math.min(10, letters.length())) + "_" + (number + 1);
    }
}
