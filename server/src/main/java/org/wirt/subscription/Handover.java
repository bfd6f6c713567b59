package org.wirt.subscription;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.operation.Change;

/// What happens to the accounts themselves when they get another provider: their rows, with everything below following
/// by foreign key; their external ids. Whoever of the old provider had logged in
/// as one of them is himself again with the commit, because nobody works in what is not below him. Call within a scoped
/// transaction.
@Component
class Handover {

    /// Under this name a change keeps an external id that had to go.
    static final String EXTERNAL_ID = "externalId";

    private static final String TAKEN =
            "select a.id, a.external_id from wirt.account a where a.id = any(?) and a.external_id <> '' "
                    + "and exists (select from wirt.account o where o.provider_id = ? and o.external_id = a.external_id "
                    + "and not o.removed and o.id <> a.id)";

    private static final String KEEP_AS_NOTE =
            "insert into wirt.note (account_id, reseller_id, text, author) select a.id, a.reseller_id, ? || a.external_id, ? "
                    + "from wirt.account a where a.id = any(?) "
                    + "on conflict (account_id) do update set text = left(note.text || E'\\n' || excluded.text, 10000), "
                    + "author = excluded.author, written_at = now()";

    private final DSLContext database;

    Handover(DSLContext database) {
        this.database = database;
    }

    /// Puts accounts below another provider. An external id that he has already goes into the note.
    ///
    /// @return the external ids that had to go, by account
    Map<Long, String> to(long provider, String kind, Collection<Long> accounts, Caller caller) {
        var ids = accounts.toArray(Long[]::new);
        var cleared = clear(provider, ids, caller);
        database.execute(
                "update wirt.account set provider_id = ?, kind = ?, changed = changed + 1 where id = any(?)",
                provider,
                kind,
                ids);
        return cleared;
    }

    /// Customers again, each below the provider that a change took him from.
    void back(List<Change> done, Caller caller) {
        done.stream()
                .collect(Collectors.groupingBy(
                        Handover::providerBefore, Collectors.mapping(Change::id, Collectors.toList())))
                .forEach((provider, ids) -> to(provider, Level.CUSTOMER.name(), ids, caller));
    }

    private static long providerBefore(Change change) {
        return ((Number) change.before().getOrDefault(ConvertCustomer.PROVIDER, Scope.ADMINISTRATOR)).longValue();
    }

    private Map<Long, String> clear(long provider, Long[] ids, Caller caller) {
        var taken = new HashMap<Long, String>();
        database.resultQuery(TAKEN, ids, provider)
                .forEach(r -> taken.put(r.get("id", Long.class), r.get("external_id", String.class)));
        if (taken.isEmpty()) return taken;
        var his = taken.keySet().toArray(Long[]::new);
        database.execute(KEEP_AS_NOTE, "Externe ID / External ID: ", caller.username(), his);
        database.execute("update wirt.account set external_id = '' where id = any(?)", (Object) his);
        return taken;
    }

    /// Gives back external ids that are still free.
    void restoreExternalIds(Map<Long, String> ids) {
        ids.forEach((account, external) -> database.execute(
                "update wirt.account a set external_id = ? where a.id = ? and a.external_id = '' and not exists "
                        + "(select from wirt.account o where o.provider_id = a.provider_id and o.external_id = ? and not o.removed)",
                external,
                account,
                external));
    }

    static Map<Long, String> remembered(List<Change> done) {
        var ids = new HashMap<Long, String>();
        for (var change : done) {
            if (change.before().containsKey(EXTERNAL_ID)) {
                ids.put(change.id(), Objects.toString(change.before().get(EXTERNAL_ID), ""));
            }
        }
        return ids;
    }
}
