package org.wirt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.wirt.database.TestDatabase;

/// What an add-on gives is added up in Java, where a deed is judged, and in the database, where a plan is changed for
/// all that follow it: both say the same.
class AddOnTermsTest {

    private static final List<Long> AMOUNTS = List.of(-1L, 0L, 1L, 7L, 1L << 30, Long.MAX_VALUE - 3, Long.MAX_VALUE);
    private static final List<String> LIMITS = Stream.concat(
                    Catalogue.limits().stream().map(LimitKey::name), Stream.of("ext_limit_x", "ext_limit_y"))
            .toList();
    private static final List<String> PERMISSIONS = Stream.concat(
                    Catalogue.permissions().stream().map(PermissionKey::name), Stream.of("ext_permission_x"))
            .toList();

    private final DSLContext database = DSL.using(TestDatabase.owner(), SQLDialect.POSTGRES);
    private final Random dice = new Random(20261128);

    @Test
    void areTheSameInTheDatabase() {
        for (int i = 0; i < 200; i++) {
            var plan = new Limits(amounts());
            var more = new Limits(amounts());
            assertThat(Limits.of(said("limits_plus", plan.json(), more.json())))
                    .as("%s and %s", plan, more)
                    .isEqualTo(plan.plus(more));
            var may = new Permissions(switches());
            var also = new Permissions(switches());
            assertThat(Permissions.of(said("permissions_or", may.json(), also.json())))
                    .as("%s and %s", may, also)
                    .isEqualTo(may.or(also));
        }
    }

    private String said(String function, String held, String more) {
        return database.resultQuery(
                        "select wirt." + function + "(cast(? as jsonb), cast(? as jsonb))::text", held, more)
                .fetchSingle(r -> r.get(0, String.class));
    }

    private Map<String, Long> amounts() {
        var some = new HashMap<String, Long>();
        for (var key : LIMITS) if (dice.nextBoolean()) some.put(key, AMOUNTS.get(dice.nextInt(AMOUNTS.size())));
        return some;
    }

    private Map<String, Boolean> switches() {
        var some = new HashMap<String, Boolean>();
        for (var key : PERMISSIONS) if (dice.nextBoolean()) some.put(key, dice.nextBoolean());
        return some;
    }
}
