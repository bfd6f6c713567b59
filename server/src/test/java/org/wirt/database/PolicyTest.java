package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/// The walls between accounts stand in the database: row-level security with one role per scope.
class PolicyTest {

    /// Read before a scope is known, or no tenant's at all.
    private static final Set<String> WITHOUT_WALLS =
            Set.of("session", "api_token", "one_time_link", "attempt", "scheduled_tasks", "flyway_schema_history");

    private static final List<String> SCOPES = List.of("wirt_admin", "wirt_reseller", "wirt_customer", "wirt_system");
    private static final List<String> EVERYBODY =
            List.of("wirt_app", "wirt_admin", "wirt_reseller", "wirt_customer", "wirt_system", "wirt_node", "public");

    private final DSLContext database = DSL.using(TestDatabase.owner(), SQLDialect.POSTGRES);
    private final DSLContext app = DSL.using(TestDatabase.app(), SQLDialect.POSTGRES);

    @Test
    void everyTableHasItsWalls() {
        assertThat(texts("select relname from pg_class where relnamespace = 'wirt'::regnamespace "
                        + "and relkind in ('r', 'p') and not relrowsecurity"))
                .as("tables without row-level security: enable it and write a policy for each role in their migration")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_WALLS);
    }

    @Test
    void aViewOpensNoWall() {
        assertThat(texts("select relname from pg_class where relnamespace = 'wirt'::regnamespace and relkind = 'v' "
                        + "and not 'security_invoker=true' = any(coalesce(reloptions, '{}'))"))
                .as("views that show whoever asks what their owner sees: say `with (security_invoker = true)`")
                .isEmpty();
    }

    @Test
    void aRoleThatMayTouchATableHasAPolicyOnIt() {
        assertThat(texts("""
                select c.relname || ' for ' || r.rolname
                from pg_class c
                cross join pg_roles r
                where c.relnamespace = 'wirt'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
                  and r.rolname = any(?)
                  and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
                  and not exists (select from pg_policies p where p.schemaname = 'wirt' and p.tablename = c.relname
                                  and r.rolname = any(p.roles))
                """, (Object) SCOPES.toArray(String[]::new))).isEmpty();
    }

    @Test
    void onlyTheAdministratorAndThePanelItselfSeeEverything() {
        assertThat(texts("""
                select tablename || ' for ' || roles::text from pg_policies
                where schemaname = 'wirt' and qual = 'true' and not (roles <@ '{wirt_admin,wirt_system}')
                  and tablename <> 'node'
                """)).isEmpty();
    }

    @Test
    void withoutAScopeThePanelSeesNoTenantRow() {
        for (var table : texts("select relname from pg_class where relnamespace = 'wirt'::regnamespace "
                + "and relkind in ('r', 'p', 'v') and relrowsecurity")) {
            assertThatThrownBy(() -> app.fetch("select * from wirt." + table))
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void customersHaveNoSightOfDescriptions() {
        assertThat(database.fetchValue("select has_any_column_privilege('wirt_customer', 'wirt.note', "
                        + "'select, insert, update') or has_table_privilege('wirt_customer', 'wirt.note', 'delete')"))
                .isEqualTo(false);
        assertThat(database.fetchValue(
                        "select has_column_privilege('wirt_customer', 'wirt.subscription', 'description', 'select')"))
                .isEqualTo(false);
    }

    @Test
    void nobodyChangesTheMemory() {
        for (var role : EVERYBODY) {
            assertThat(database.fetchValue(
                            "select has_any_column_privilege(?, 'wirt.audit', 'update') "
                                    + "or has_table_privilege(?, 'wirt.audit', 'update, delete, truncate')",
                            role,
                            role))
                    .as(role)
                    .isEqualTo(false);
        }
    }

    @Test
    void nobodyReadsAPasswordHash() {
        assertThat(texts("""
                select c.relname || ' by ' || r.rolname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'password_hash'
                cross join pg_roles r
                where c.relnamespace = 'wirt'::regnamespace and r.rolname = any(?)
                  and has_column_privilege(r.oid, c.oid, a.attnum, 'select')
                """, (Object) EVERYBODY.toArray(String[]::new))).isEmpty();
    }

    @Test
    void onlyServersReadTheHashesOfTheirLogins() {
        assertThat(texts("""
                select distinct r.rolname::text
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname in ('passwd', 'password')
                cross join pg_roles r
                where c.relnamespace = 'node'::regnamespace and r.rolname = any(?)
                  and has_column_privilege(r.oid, c.oid, a.attnum, 'select')
                """, (Object) EVERYBODY.toArray(String[]::new))).containsExactly("wirt_node");
    }

    /// A function that steps over the walls must not be tricked by its caller's search path, nor be open to all.
    @Test
    void whatStepsOverTheWallsIsGuarded() {
        assertThat(texts("""
                select p.oid::regprocedure::text
                from pg_proc p
                where p.pronamespace in ('wirt'::regnamespace, 'node'::regnamespace) and p.prosecdef
                  and (not coalesce(p.proconfig::text, '') like '%search_path=wirt, pg_temp%'
                       or p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute'))
                """))
                .as("security definer functions: set search_path = wirt, pg_temp and revoke execute from public")
                .isEmpty();
    }

    @Test
    void thePanelTakesARoleOnlyOnPurpose() {
        assertThat(texts("""
                select m.roleid::regrole::text from pg_auth_members m
                where m.member = 'wirt_app'::regrole and m.inherit_option
                """)).isEmpty();
    }

    private List<String> texts(String sql, Object... bindings) {
        return database.resultQuery(sql, bindings).fetch(row -> row.get(0, String.class));
    }
}
