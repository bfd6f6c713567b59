package org.wirt.dialect;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.Kind;
import org.wirt.plan.PlanDirectory;

/// Plans as packets name them.
@Component
class PlanWords {

    static final Kind HOSTING = Kind.HOSTING;
    static final Kind RESELLER = Kind.RESELLER;

    private final PlanDirectory directory;
    private final Kept kept;
    private final ScopedTransaction transaction;

    PlanWords(PlanDirectory directory, Kept kept, ScopedTransaction transaction) {
        this.directory = directory;
        this.kept = kept;
        this.transaction = transaction;
    }

    /// The plan that nodes `plan-id`, `plan-name`, `plan-guid`, `plan-external-id` name; absent: none is named, or
    /// `no-plan`.
    ///
    /// @param owner whose plan it must be
    /// @throws Failed where there is no such plan
    Optional<Long> named(Exchange exchange, Element from, long owner, Kind kind) {
        for (var node : new String[] {"plan-id", "plan-name", "plan-guid", "plan-external-id"}) {
            var named = from.text(node);
            if (named.isEmpty()) continue;
            return Optional.of(transaction
                    .read(
                            exchange.scope(),
                            () -> find(node.substring("plan-".length()), named, Optional.of(owner), kind))
                    .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Plan '" + named + "' does not exist.")));
        }
        return Optional.empty();
    }

    /// Call within a scoped transaction.
    ///
    /// @param by one of `id`, `name`, `guid`, `external-id`
    Optional<Long> find(String by, String value, Optional<Long> owner, Kind kind) {
        return switch (by) {
            case "id" -> Ids.number(value).flatMap(id -> directory.byId(kind, owner, id));
            case "guid" -> Ids.guid(value).flatMap(guid -> directory.byGuid(kind, owner, guid));
            case "name" -> directory.byName(kind, owner, value);
            default -> kept.byExternalId(Kept.Subject.PLAN, value, id -> directory.byId(kind, owner, id));
        };
    }
}
