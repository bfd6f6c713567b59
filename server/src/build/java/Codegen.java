import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Makes the Java types of the schema: migrates a throw-away PostgreSQL exactly as the panel does and lets jOOQ
/// read it. Started by Maven with the source launcher; skips itself while the migrations are the same.
///
/// The panel's own classes are not compiled yet at that moment (they need the types made here), so this program
/// compiles room `database` for itself, which knows no table.
class Codegen {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path SELF = Path.of("src/build/java");
    private static final Path OUTPUT = Path.of("target/generated-sources/jooq");
    private static final Path MARK = Path.of("target/generated-sources/jooq.sha256");
    private static final Path CLASSES = Path.of("target/codegen-classes");

    public static void main(String[] args) throws Exception {
        var hash = hash();
        if (Files.exists(OUTPUT) && Files.exists(MARK) && Files.readString(MARK).equals(hash)) return;
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Files.createDirectories(OUTPUT);
        Files.createDirectories(CLASSES);
        compile();
        generate();
        Files.writeString(MARK, hash);
    }

    private static void compile() {
        var status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-parameters",
                        "-d",
                        CLASSES.toString(),
                        "-classpath",
                        String.join(File.pathSeparator, libraries()),
                        "-sourcepath",
                        SOURCES + File.pathSeparator + SELF,
                        SELF.resolve("org/wirt/database/SchemaTypes.java").toString());
        if (status != 0) throw new IllegalStateException("room database does not compile");
    }

    private static void generate() throws Exception {
        // The migrations are found on the class path, as in the running panel.
        var places = new ArrayList<URL>();
        places.add(url(CLASSES));
        places.add(url(Path.of("src/main/resources")));
        for (var library : libraries()) places.add(url(Path.of(library)));
        try (var loader = new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass("org.wirt.database.SchemaTypes")
                    .getMethod("generate", Path.class)
                    .invoke(null, OUTPUT.toAbsolutePath());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }

    /// Without the panel's own classes and resources of the build before.
    private static List<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
    }

    private static URL url(Path path) throws IOException {
        return path.toUri().toURL();
    }

    private static String hash() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var folder : List.of(MIGRATIONS, SELF)) {
            if (Files.notExists(folder)) continue;
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
