package org.wirt.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Which of the objects that a log names have a page, and where: those that are still there and that the reader sees.
/// Call within a scoped transaction.
@Component
class ObjectPages {

    /// What a line of a log is about.
    record Named(String object, long id) {

        private boolean mayHavePage() {
            return PAGES.containsKey(object);
        }

        private String key() {
            return object + " " + id;
        }

        /// Where it is found on the page of a subscription.
        private String tab() {
            return TABS.getOrDefault(object, "");
        }
    }

    /// The pages of some, by what a log says of them.
    record Found(Map<String, String> pages) {

        Optional<String> of(Named named) {
            return Optional.ofNullable(pages.get(named.key())).map(page -> page + named.tab());
        }
    }

    /// Of what lies in a subscription.
    private static final Map<String, String> TABS =
            Map.of("site", "", "mailbox", "?tab=mail", "forward", "?tab=mail", "ftp", "?tab=ftp", "dns", "?tab=dns");

    private static final String ACCOUNT = """
            select a.id, case a.kind when 'CUSTOMER' then '/customers/' else '/resellers/' end || a.id page
            from wirt.account a left join wirt.account r on r.id = a.reseller_id
            where a.id = any(?) and not a.removed and not coalesce(r.removed, false)
              and (a.kind = 'CUSTOMER' or a.kind = 'RESELLER' and current_role = 'wirt_admin')""";

    private static final String IN_SUBSCRIPTION = """
            select x.id, '/subscriptions/' || s.id page
            from %s x join wirt.subscription_in_place s on s.id = x.%s where x.id = any(?)""";

    /// By kind: the numbers of those that have one, and their pages.
    private static final Map<String, String> PAGES = Map.of(
            "customer",
            ACCOUNT,
            "reseller",
            ACCOUNT,
            "subscription",
            IN_SUBSCRIPTION.formatted("wirt.subscription", "id"),
            "site",
            IN_SUBSCRIPTION.formatted("wirt.site", "subscription_id"),
            "mailbox",
            IN_SUBSCRIPTION.formatted("wirt.mailbox", "subscription_id"),
            "forward",
            IN_SUBSCRIPTION.formatted("wirt.forward", "subscription_id"),
            "ftp",
            IN_SUBSCRIPTION.formatted("wirt.ftp_login", "subscription_id"),
            "dns",
            IN_SUBSCRIPTION.formatted("wirt.dns_record", "subscription_id"),
            "plan",
            "select id, '/plans/' || id page from wirt.plan "
                    + "where id = any(?) and account_id = case current_role when 'wirt_admin' then 1 else wirt.reseller_scope() end",
            "web-hook",
            "select id, '/web-hooks/' || id page from wirt.web_hook where id = any(?)");

    private final DSLContext database;

    ObjectPages(DSLContext database) {
        this.database = database;
    }

    /// One statement, however many there are.
    Found of(Collection<Named> some) {
        var wanted = some.stream()
                .filter(Named::mayHavePage)
                .collect(Collectors.groupingBy(Named::object, Collectors.mapping(Named::id, Collectors.toSet())));
        if (wanted.isEmpty()) return new Found(Map.of());
        var parts = new ArrayList<String>();
        var ids = new ArrayList<Object>();
        wanted.forEach((kind, numbers) -> {
            parts.add("select '" + kind + "' || ' ' || id as key, page from (" + PAGES.get(kind) + ") p");
            ids.add(numbers.toArray(Long[]::new));
        });
        var found = new HashMap<String, String>();
        database.resultQuery(String.join(" union all ", parts), ids.toArray())
                .forEach(r -> found.put(r.get("key", String.class), r.get("page", String.class)));
        return new Found(found);
    }

    <T> Found of(Collection<T> lines, Function<T, Named> named) {
        return of(lines.stream().map(named).toList());
    }
}
