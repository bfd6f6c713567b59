package org.wirt.database;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wirt.Golden;

/// The schema as all migrations together leave it: what a reviewer reads instead of the sum of many files.
@Tag(Golden.TAG)
class SchemaGoldenTest {

    private static final String RELATIONS = """
            select c.oid::bigint, n.nspname || '.' || c.relname, c.relkind::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('wirt', 'node', 'pdns') and c.relkind in ('r', 'p', 'v') and c.relname <> 'flyway_schema_history'
            order by n.nspname desc, c.relname
            """;
    private static final String COLUMNS = """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || case a.attidentity when '' then '' else ' identity' end
                || coalesce(case a.attgenerated when '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid), '')
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = cast(? as oid) and a.attnum > 0 and not a.attisdropped order by a.attnum
            """;
    private static final String CONSTRAINTS = """
            select pg_get_constraintdef(oid) from pg_constraint
            where conrelid = cast(? as oid) and contype in ('p', 'u', 'f', 'c') order by contype, 1
            """;
    private static final String INDEXES = """
            select case when indisunique then 'unique ' else '' end || 'index ' || c.relname || ' '
                || substring(pg_get_indexdef(i.indexrelid) from ' USING (.*)$')
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = cast(? as oid) and not exists (select from pg_constraint x where x.conindid = i.indexrelid)
            order by c.relname
            """;
    private static final String POLICIES = """
            select 'policy ' || polname || ' to ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(polroles) r)
                || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
                || coalesce(' check ' || pg_get_expr(polwithcheck, polrelid), '')
            from pg_policy where polrelid = cast(? as oid) order by polname
            """;
    private static final String TRIGGERS = """
            select 'trigger ' || tgname || ' ' || substring(pg_get_triggerdef(oid) from 'TRIGGER \\S+ (.*)$')
            from pg_trigger where tgrelid = cast(? as oid) and not tgisinternal order by tgname
            """;
    private static final String GRANTS = """
            select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to ' || grantee::regrole::text
            from pg_class c, aclexplode(c.relacl)
            where c.oid = cast(? as oid) and grantee <> c.relowner group by grantee order by grantee::regrole::text
            """;
    private static final String COLUMN_GRANTS = """
            select 'grant ' || lower(privilege_type) || ' (' || string_agg(attname, ', ' order by attnum) || ') to ' || grantee::regrole::text
            from pg_attribute a, aclexplode(a.attacl)
            where a.attrelid = cast(? as oid) group by grantee, privilege_type order by grantee::regrole::text, privilege_type
            """;
    private static final String FUNCTIONS = """
            select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') '
                || pg_get_function_result(p.oid) || case when p.prosecdef then ' security definer' else '' end
                || coalesce(' for ' || (select string_agg(case grantee when 0 then 'public' else grantee::regrole::text end, ', '
                                                 order by case grantee when 0 then 'public' else grantee::regrole::text end)
                                      from aclexplode(p.proacl) where grantee <> p.proowner), '')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('wirt', 'node')
              and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
            order by 1
            """;

    private final DSLContext database = DSL.using(TestDatabase.owner(), SQLDialect.POSTGRES);

    @Test
    void theSchemaIsAsReviewed() {
        var text = new StringBuilder();
        database.fetch(RELATIONS).forEach(row -> {
            long oid = row.get(0, Long.class);
            boolean view = row.get(2, String.class).equals("v");
            text.append(view ? "view " : "table ")
                    .append(row.get(1, String.class))
                    .append('\n');
            for (var part : List.of(COLUMNS, CONSTRAINTS, INDEXES, POLICIES, TRIGGERS, GRANTS, COLUMN_GRANTS)) {
                lines(part, oid)
                        .forEach(line -> text.append("    ")
                                .append(line.replaceAll("\\s+", " "))
                                .append('\n'));
            }
            if (view) text.append(indented(definition(oid)));
            text.append('\n');
        });
        database.fetch(FUNCTIONS)
                .forEach(row -> text.append(row.get(0, String.class)).append('\n'));
        Golden.check("schema.txt", text.toString());
    }

    private List<String> lines(String sql, long oid) {
        return database.resultQuery(sql, oid).fetch(row -> row.get(0, String.class));
    }

    private String definition(long oid) {
        return String.valueOf(database.fetchValue("select pg_get_viewdef(cast(? as oid), true)", oid));
    }

    private static String indented(String text) {
        return text.lines().map(line -> "    " + line.stripTrailing() + "\n").reduce("", String::concat);
    }
}
