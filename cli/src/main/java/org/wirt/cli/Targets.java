package org.wirt.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the one that is meant by a name: exactly one, or nothing is done.
record Targets(Session session) {

    private static final int MOST_PAGES = 40;

    /// @param in what it lies in, as it was typed; empty: where the panel finds it without
    /// @throws Failure where none or several are called so
    long find(List<String> kinds, String name, Optional<String> in) {
        if (name.matches("\\d{1,18}")) return Long.parseLong(name);
        var found = new ArrayList<Long>();
        for (var kind : kinds) Kind.of(kind).ifPresent(known -> found.addAll(called(known, name, in)));
        if (found.size() == 1) return found.getFirst();
        throw found.isEmpty()
                ? new Failure(ExitCodes.NOT_FOUND, session.t().of("target-missing", kinds.getFirst(), name))
                : new Failure(ExitCodes.INVALID, session.t().of("target-ambiguous", name, numbers(found)));
    }

    private static String numbers(List<Long> found) {
        return String.join(", ", found.stream().map(String::valueOf).toList());
    }

    private List<Long> called(Kind kind, String name, Optional<String> in) {
        if (kind.called().isEmpty()) throw wantsNumber(kind, name);
        if (kind.in().isEmpty()) return exact(listed(kind, name), kind, name);
        var rows = Json.of(session.panel().get(pathIn(kind, name, in))).list();
        return exact(rows, kind, name);
    }

    private Failure wantsNumber(Kind kind, String name) {
        return new Failure(ExitCodes.USAGE, session.t().of("wants-number", kind.word(), name));
    }

    private static List<Long> exact(List<Json> rows, Kind kind, String name) {
        return rows.stream()
                .filter(row -> row.at(kind.called()).text().equalsIgnoreCase(name))
                .map(row -> row.at("id").number())
                .toList();
    }

    private List<Json> listed(Kind kind, String name) {
        if (!kind.isPaged()) return Json.of(session.panel().get(kind.path())).list();
        var rows = new ArrayList<Json>();
        var after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            try {
                var body = Json.of(session.panel().get(kind.path() + "?size=250&q=" + encoded(name) + after));
                rows.addAll(body.at("rows").list());
                if (body.at("next").isMissing()) return rows;
                after = "&after=" + encoded(body.at("next").text());
            } catch (Failure e) {
                // Resellers do not exist for a reseller: then the name is one of nobody.
                var nobodys = List.of(ExitCodes.NOT_FOUND, ExitCodes.NOT_PERMITTED);
                if (kind.equals(Kind.RESELLER) && nobodys.contains(e.code())) return rows;
                throw e;
            }
        }
        return rows;
    }

    /// The list that one lies in: of its parent, which for an address is the subscription of the domain.
    String pathIn(Kind kind, String name, Optional<String> in) {
        if (in.isEmpty() && !name.contains("@")) throw wantsNumber(kind, name);
        var parent = in.isPresent() ? parent(kind, in.get()) : subscriptionOf(name);
        return parent + kind.path();
    }

    private String parent(Kind kind, String name) {
        for (var word : kind.in()) {
            var known = Kind.of(word).orElseThrow();
            if (name.matches("\\d{1,18}")) {
                if (kind.in().size() == 1 || exists(known, name)) return known.path() + "/" + name;
                continue;
            }
            var found = called(known, name, Optional.empty());
            if (found.size() == 1) return known.path() + "/" + found.getFirst();
        }
        throw new Failure(
                ExitCodes.NOT_FOUND, session.t().of("target-missing", kind.in().getFirst(), name));
    }

    private boolean exists(Kind kind, String number) {
        try {
            session.panel().get(kind.path() + "/" + number);
            return true;
        } catch (Failure e) {
            if (e.code() == ExitCodes.NOT_FOUND) return false;
            throw e;
        }
    }

    private String subscriptionOf(String address) {
        var host = address.substring(address.indexOf('@') + 1);
        for (var site : listed(Kind.SITE, host))
            if (site.at("host").text().equalsIgnoreCase(host))
                return Kind.SUBSCRIPTION.path() + "/"
                        + site.at("subscription").at("id").text();
        throw new Failure(ExitCodes.NOT_FOUND, session.t().of("target-missing", "site", host));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
