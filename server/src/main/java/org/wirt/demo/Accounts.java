package org.wirt.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.value.DomainName;

/// Resellers and customers with their logins, some of them with users and notes.
final class Accounts {

    /// @param number counted from 0 within its kind
    /// @param realm the reseller's id, 1 for the administrator's own
    record Made(long id, long realm, int number, boolean reseller, Name name, String username, Instant created) {}

    private static final List<String> NOTES = List.of(
            "Zahlt per Rechnung, Ansprechpartner ist die Buchhaltung.",
            "Zieht im Herbst auf den neuen Shop um.",
            "Rückruf nur vormittags; Vertrag läuft jährlich.",
            "Prefers English. Invoice by email.");
    private static final List<String> ROLES = List.of("WEBMASTER", "ACCOUNTANT", "ADMIN", "APPLICATION_USER");

    private final DSLContext database;
    private final String hash;
    private final List<Made> resellers = new ArrayList<>();
    private final List<Made> portion = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Instant now = Instant.now();
    private final Rows accounts = new Rows(
            "account",
            "id bigint",
            "kind text",
            "provider_id bigint",
            "contact_name text",
            "company text",
            "email text",
            "phone text",
            "address text",
            "city text",
            "postal_code text",
            "country text",
            "locale text",
            "external_id text",
            "created_at timestamptz");
    private final Rows logins = new Rows(
            "login",
            "account_id bigint",
            "reseller_id bigint",
            "owner boolean",
            "username text",
            "password_hash text",
            "contact_name text",
            "email text",
            "role text",
            "active boolean",
            "last_sign_in timestamptz");
    private final Rows notes = new Rows("note", "account_id bigint", "reseller_id bigint", "text text", "author text");

    Accounts(DSLContext database, String hash) {
        this.database = database;
        this.hash = hash;
    }

    List<Made> resellers(int count, Plans plans) {
        var ids = Numbers.next(database, "account_id", count);
        for (int i = 0; i < count; i++)
            add(new Made(ids.get(i), ids.get(i), i, true, Names.reseller(i), "", before(1_420 + i * 17L % 400, i)), 1);
        write();
        var held = new Rows(
                "reseller",
                "account_id bigint",
                "reseller_id bigint",
                "plan_id bigint",
                "limits jsonb",
                "permissions jsonb",
                "overuse text",
                "oversell boolean");
        resellers.addAll(portion);
        for (var reseller : resellers) {
            plans.give(held, reseller.id(), reseller.number());
            plans.hosting(reseller.id(), "Basis", "Komfort", "Premium");
        }
        held.insert(database);
        return resellers;
    }

    /// Two of three customers are a reseller's, spread evenly; the first is the administrator's own.
    ///
    /// @param from the number of the first of this portion
    List<Made> customers(int from, int count) {
        portion.clear();
        var ids = Numbers.next(database, "account_id", count).iterator();
        for (int i = from; i < from + count; i++) {
            long realm =
                    i % 3 == 0 ? 1 : resellers.get(i / 3 % resellers.size()).id();
            add(new Made(ids.next(), realm, i, false, Names.customer(i), "", before(17 + i * 17L % 1_400, i)), realm);
        }
        write();
        return portion;
    }

    /// A provider is there before his customers, a customer before his subscriptions.
    private Instant before(long days, int minutes) {
        return now.minus(days, ChronoUnit.DAYS).minus(minutes % 1_440, ChronoUnit.MINUTES);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void add(Made who, long provider) {
        var username = unique(who.name().plain());
        var email = "post@" + new DomainName(who.name().domain() + ".example").display();
        int i = who.number();
        accounts.add(
                who.id(),
                who.reseller() ? "RESELLER" : "CUSTOMER",
                provider,
                who.name().contact(),
                who.name().trade(),
                email,
                Whereabouts.of(who.name()).phone(i),
                Whereabouts.of(who.name()).street(i),
                who.name().city(),
                who.name().postalCode(),
                who.name().country(),
                List.of("DE", "AT", "CH").contains(who.name().country()) ? "de" : "en",
                i % 2 == 0 ? "K-" + (10_000 + who.id()) : "",
                who.created());
        login(who, true, username, "", "", i);
        if (i % 5 == 0) notes.add(who.id(), who.realm(), NOTES.get(i / 5 % NOTES.size()), "admin");
        if (i % 8 == 0) {
            var user = Names.customer(i + 4_711).contact();
            login(who, false, unique(Name.plain(user)), user, Name.plain(user) + "@wirt.example", i / 8);
        }
        portion.add(new Made(who.id(), who.realm(), i, who.reseller(), who.name(), username, who.created()));
    }

    private void login(Made who, boolean owner, String username, String name, String email, int number) {
        logins.add(
                who.id(),
                who.realm(),
                owner,
                username,
                hash,
                name,
                email,
                owner ? "ADMIN" : ROLES.get(number % ROLES.size()),
                owner || number % 6 != 5,
                number % 4 == 3 ? null : later(now.minus(number * 13L % 4_000, ChronoUnit.HOURS), who.created()));
    }

    /// No name of somebody ends with a number, so what is made here is nobody's name.
    private String unique(String wanted) {
        int often = taken.merge(wanted, 1, Integer::sum);
        return often == 1 ? wanted : wanted + "-" + often;
    }

    private void write() {
        accounts.insert(database);
        logins.insert(database);
        notes.insert(database);
    }
}
