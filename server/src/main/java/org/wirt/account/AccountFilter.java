package org.wirt.account;

import static org.wirt.listing.PageRequest.first;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.wirt.access.Scope;
import org.wirt.listing.Cursor;
import org.wirt.listing.Narrowing;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.value.Cause;

/// The parameters of a list of accounts as conditions: one meaning for the page, for *all matching* and for the export.
/// The aliases are those of [AccountLists]: `a` the account, `r` the reseller above, `l` its login, `n` its note.
///
/// @param above what rooms above know of accounts
record AccountFilter(String kind, Map<String, List<String>> parameters, List<AccountNarrowing> above) {

    private static final List<Parameter> NARROWING = List.of(
            Parameter.text("q"),
            Parameter.choice("removed", List.of("yes")),
            Parameter.text("name"),
            Parameter.text("company"),
            Parameter.text("email"),
            Parameter.text("username"),
            Parameter.text("external"),
            Parameter.status(),
            Parameter.day("from"),
            Parameter.day("to"),
            Parameter.text("description"),
            Parameter.choice("cause", Cause.words()));

    /// What is counted of customers alone, and whose they are: resellers are all the administrator's.
    private static final List<Parameter> OF_CUSTOMERS = List.of(
            Parameter.number("provider", "me", "any"),
            Parameter.choice("subscriptions", List.of("none", "some")),
            Parameter.amount("disk"));

    /// Below this many letters trigrams find nothing; then the beginnings of names are compared.
    private static final int WHOLE_SEARCH = 3;

    /// So many are looked up one by one rather than met along the list.
    private static final int FEW = 5_000;

    /// @param page the page they are for; absent: for all that match
    List<Condition> conditions(DSLContext database, Optional<PageRequest> page) {
        // Sorted by name, forwards, nothing else asked: the search itself can stop after one page.
        var forwards = page.filter(p -> p.sort().equals("name") && !p.descending() && !p.backwards());
        var quick = forwards.filter(_ -> onlySearch());
        var all = conditions(quick.flatMap(PageRequest::after), quick.map(p -> p.size() + 1));
        status(database, forwards.filter(_ -> onlySuspended())).ifPresent(all::add);
        described(database).ifPresent(all::add);
        typed().word("cause", w -> Cause.of(w).map(c -> has(database, c))).ifPresent(all::add);
        return all;
    }

    /// The words searched for, where nothing else is asked and they are long enough for the index of words.
    Optional<String> onlyWords() {
        return onlySearch() ? Optional.of(words()).filter(AccountFilter::whole) : Optional.empty();
    }

    private List<Condition> conditions(Optional<Cursor> after, Optional<Integer> most) {
        var all = new ArrayList<Condition>();
        // Inline, so that the planner recognises the partial indexes.
        all.add(DSL.condition("a.kind = '" + kind + "' and " + (removed() ? "a.removed" : "not a.removed")));
        belowRemoved().ifPresent(all::add);
        search(after, most).ifPresent(all::add);
        contains("name", "a.sort_name").ifPresent(all::add);
        contains("company", "a.sort_company").ifPresent(all::add);
        contains("email", "lower(a.email)").ifPresent(all::add);
        contains("username", "lower(l.username)").ifPresent(all::add);
        contains("external", "lower(a.external_id)").ifPresent(all::add);
        provider().ifPresent(all::add);
        all.addAll(typed().days("from", "to", "a.created_at"));
        if (kind.equals("CUSTOMER")) all.addAll(counted());
        above.forEach(a -> all.addAll(a.conditions(kind, typed())));
        return all;
    }

    /// The recycle bin is the same list, of those who are in it.
    private boolean removed() {
        return first(parameters, "removed").equals("yes");
    }

    private Optional<Condition> belowRemoved() {
        if (kind.equals("RESELLER")) return Optional.empty();
        return Optional.of(OwnerFilter.belowNobodyRemoved("a"));
    }

    private boolean onlySearch() {
        return asksNothingBut("q");
    }

    private boolean onlySuspended() {
        return kind.equals("CUSTOMER") && first(parameters, "status").equals("suspended") && asksNothingBut("status");
    }

    static List<Parameter> parameters(String kind, List<AccountNarrowing> above) {
        var known = Stream.concat(NARROWING.stream(), above.stream().flatMap(a -> a.parameters().stream()));
        return kind.equals("CUSTOMER")
                ? Stream.concat(known, OF_CUSTOMERS.stream()).toList()
                : known.toList();
    }

    private boolean asksNothingBut(String parameter) {
        return parameters(kind, above).stream()
                .map(Parameter::name)
                .allMatch(p -> p.equals(parameter) || first(parameters, p).isEmpty());
    }

    /// Does any condition look at the login?
    boolean asksLogin() {
        return !first(parameters, "username").isEmpty();
    }

    /// Does any condition look at the account above?
    boolean asksAbove() {
        return first(parameters, "status").equals("active");
    }

    private Optional<Condition> search(Optional<Cursor> after, Optional<Integer> most) {
        var text = words();
        if (text.isEmpty()) return Optional.empty();
        if (!whole(text)) return Optional.of(beginnings(text));
        return Optional.of(DSL.condition(
                "a.id = any(array(select wirt.account_hits({0}, {1}, {2}, {3}, {4})))",
                DSL.inline(kind),
                DSL.val(text),
                DSL.val(after.map(Cursor::key).orElse(null), String.class),
                DSL.val(after.map(Cursor::id).orElse(null), Long.class),
                DSL.val(most.orElse(null), Integer.class)));
    }

    private String words() {
        return typed().text("q");
    }

    private static boolean whole(String text) {
        return text.codePointCount(0, text.length()) >= WHOLE_SEARCH;
    }

    private Condition beginnings(String text) {
        var pattern = Narrowing.escaped(text) + "%";
        return DSL.condition(
                "a.id in (select id from wirt.account where kind = {0} and sort_name like wirt.plain({1}) "
                        + "union select account_id from wirt.login where owner and lower(username) like lower({1}))",
                DSL.inline(kind), DSL.val(pattern));
    }

    private Optional<Condition> contains(String parameter, String column) {
        var text = typed().text(parameter);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(
                DSL.condition(column + " like wirt.plain({0})", DSL.val("%" + Narrowing.escaped(text) + "%")));
    }

    /// Whoever sees the description finds by it: the wall of the notes stands in the way, not ours. Where few have the
    /// words the plan begins with them; else it reads along the list, which the offset keeps it to.
    private Optional<Condition> described(DSLContext database) {
        return contains("description", "m.plain_text").map(words -> {
            var noted =
                    DSL.condition("exists (select from wirt.note m where m.account_id = a.id and {0} offset 0)", words);
            var few = few(database, typed().text("description"));
            return few.map(ids -> DSL.condition("a.id = any({0})", DSL.val(ids)).and(noted))
                    .orElse(noted);
        });
    }

    private static Optional<Long[]> few(DSLContext database, String text) {
        if (!whole(text)) return Optional.empty();
        return Optional.ofNullable(database.resultQuery("select wirt.note_hits(?, ?)", text, FEW)
                .fetchSingle(r -> r.get(0, Long[].class)));
    }

    /// Its own reasons; a term that is over and a reseller who is dark follow of themselves.
    private Condition has(DSLContext database, Cause cause) {
        return switch (cause) {
            case EXPIRED -> DSL.condition("a.expires_at <= now()");
            case PARENT -> below(darkResellers(database));
            default -> Reasons.carried("a.id", Reasons.Subject.account, cause);
        };
    }

    private static Condition below(Long[] resellers) {
        if (resellers.length == 0) return DSL.falseCondition();
        return DSL.condition("a.reseller_id = any({0})", DSL.val(resellers));
    }

    /// What is counted of each customer: how many subscriptions he has, and how much of his disk space they use.
    private List<Condition> counted() {
        return Stream.of(
                        typed().word("subscriptions", AccountFilter::subscriptions),
                        typed().amount("disk", n -> DSL.condition("k.disk_share > {0}", DSL.inline(n))))
                .flatMap(Optional::stream)
                .map(c -> DSL.condition("a.id in (select k.account_id from wirt.account_counter k where {0})", c))
                .toList();
    }

    private static Optional<Condition> subscriptions(String word) {
        return switch (word) {
            case "none" -> Optional.of(DSL.condition("k.subscriptions = 0"));
            case "some" -> Optional.of(DSL.condition("k.subscriptions > 0"));
            default -> Optional.empty();
        };
    }

    /// Active means: no reason on the account itself or above it.
    private Optional<Condition> status(DSLContext database, Optional<PageRequest> quick) {
        return switch (first(parameters, "status")) {
            case "active" ->
                Optional.of(
                        DSL.condition(
                                "a.reasons = 0 and (a.expires_at is null or a.expires_at > now()) and coalesce(wirt.causes(r), 0) = 0"));
            case "suspended" -> Optional.of(suspended(darkResellers(database), quick));
            case "" -> Optional.empty();
            default -> Optional.of(DSL.falseCondition());
        };
    }

    /// Only a reseller has a term; asked of customers too it would keep the list of the dark from being used.
    private Condition suspended(Long[] darkResellers, Optional<PageRequest> quick) {
        if (darkResellers.length == 0 && quick.isPresent()) return pageOfDark(quick.get());
        var own = "exists (select from wirt.account_dark d where d.account_id = a.id)";
        if (kind.equals("RESELLER")) return DSL.condition("(" + own + " or a.expires_at <= now())");
        if (darkResellers.length == 0) return DSL.condition(own);
        return DSL.condition("(" + own + " or a.reseller_id = any({0}))", DSL.val(darkResellers));
    }

    private static Condition pageOfDark(PageRequest page) {
        var after = page.after()
                .map(c -> DSL.condition("(d.name, d.account_id) > ({0}, {1})", DSL.val(c.key()), DSL.val(c.id())))
                .orElseGet(DSL::noCondition);
        var ids = DSL.select(DSL.field("d.account_id", Long.class))
                .from("wirt.account_dark d")
                .where("d.kind = 'CUSTOMER'")
                .and(OwnerFilter.belowNobodyRemoved("d"))
                .and(after)
                .orderBy(DSL.field("d.name"), DSL.field("d.account_id"))
                .limit(DSL.inline(page.size() + 1));
        return DSL.condition("a.id = any(array({0}))", ids);
    }

    /// Counting those who are dark by themselves needs their list alone; absent: where more is asked.
    Optional<Condition> onlyDark(DSLContext database) {
        return onlySuspended() && darkResellers(database).length == 0
                ? Optional.of(OwnerFilter.belowNobodyRemoved("d").and("d.kind = 'CUSTOMER'"))
                : Optional.empty();
    }

    private Long[] darkResellers(DSLContext database) {
        if (kind.equals("RESELLER")) return new Long[0];
        return database.resultQuery("select wirt.dark_resellers()").fetchSingle(r -> r.get(0, Long[].class));
    }

    private Optional<Condition> provider() {
        var wanted = first(parameters, "provider");
        if (wanted.isEmpty() || wanted.equals("any") || kind.equals("RESELLER")) return Optional.empty();
        if (wanted.equals("me")) return Optional.of(DSL.condition("a.reseller_id = {0}", DSL.val(Scope.ADMINISTRATOR)));
        return typed().number("provider", "a.reseller_id = {0}");
    }

    private Narrowing typed() {
        return new Narrowing(parameters);
    }
}
