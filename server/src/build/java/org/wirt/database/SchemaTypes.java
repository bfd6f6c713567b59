package org.wirt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/// Package `org.wirt.schema`: one Java type for each table, view and function of the schemas `wirt` and `node`.
public final class SchemaTypes {

    private SchemaTypes() {}

    public static void generate(Path output) throws Exception {
        var folder = Files.createTempDirectory("wirt-schema");
        try (var home = Home.open(folder);
                var database = Database.open(new DatabaseSettings(0, 1, Optional.empty()), home)) {
            GenerationTool.generate(configuration(database, output));
        } finally {
            delete(folder.resolve("postgresql").toRealPath());
            delete(folder);
        }
    }

    private static Configuration configuration(Database database, Path output) throws SQLException {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(database.url())
                        .withUser(database.owner().user())
                        .withPassword(database.owner().password()))
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(
                                        new SchemaMappingType().withInputSchema("wirt"),
                                        new SchemaMappingType().withInputSchema("node"))
                                .withExcludes(excludes(database)))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withPojos(false)
                                .withDaos(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withRoutines(true)
                                .withJavaTimeTypes(true))
                        .withTarget(new Target()
                                .withPackageName("org.wirt.schema")
                                .withDirectory(output.toString())
                                .withClean(true)));
    }

    /// Flyway's own table, and the functions that extensions brought along.
    private static String excludes(Database database) throws SQLException {
        var names = new ArrayList<String>();
        names.add("flyway_schema_history");
        try (var connection = Bootstrap.connect(database.url(), database.owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select distinct p.proname
                        from pg_proc p
                        join pg_depend d on d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e'
                        """)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return String.join("|", names);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
