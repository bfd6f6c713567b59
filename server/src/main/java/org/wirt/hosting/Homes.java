package org.wirt.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirt.database.Home;
import org.wirt.database.StartRefused;
import org.wirt.value.DirectoryName;

/// The folders of subscriptions: `httpdocs` for the main domain, one folder per further site, `logs`. A folder bears
/// the subscription's number among the Unix users, so that a renamed domain moves no file.
public final class Homes {

    /// Where a main domain's pages lie, relative to the home.
    public static final String MAIN_DOCROOT = "httpdocs";

    private static final String LOGS = "logs";
    private static final Pattern DOMAIN = Pattern.compile("(?!-)[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final Set<PosixFilePermission> PASSED_THROUGH = PosixFilePermissions.fromString("--x--x--x");

    private final Path root;
    private final Path own;
    private final boolean elsewhere;
    private final LongFunction<Optional<Path>> ofNode;

    /// Homes that the panel's own servers alone can read.
    public Homes(Home home) {
        this(home, home.folder("hosting"));
    }

    /// New homes lie in this folder, which other servers of this machine may pass through; those made before stay where
    /// they are.
    public Homes(Home home, Path root) {
        this(home, root, _ -> Optional.empty());
    }

    /// @param ofNode where they lie if a node's agent makes and deletes them; the panel touches none of them then
    public Homes(Home home, Path root, LongFunction<Optional<Path>> ofNode) {
        this.ofNode = ofNode;
        this.elsewhere = false;
        this.own = home.folder("hosting").toAbsolutePath();
        this.root = root.toAbsolutePath().normalize();
        if (!this.root.equals(own)) passedThrough(this.root);
    }

    private Homes(Homes panels, Path root) {
        this.ofNode = panels.ofNode;
        this.elsewhere = true;
        this.own = panels.own;
        this.root = root;
    }

    /// Those of a node. Asked anew each time: it may have taken over since the panel started.
    public Homes on(long node) {
        return ofNode.apply(node).map(folder -> new Homes(this, folder)).orElse(this);
    }

    /// The absolute path of a subscription's home; nothing is made yet.
    public String homeFor(int unixUid) {
        return root.resolve(Integer.toString(unixUid)).toString();
    }

    /// Makes the home with a first page naming its main domain. Doing it again changes nothing.
    public void create(String home, String domain) {
        if (elsewhere) return;
        var folder = checked(home);
        folders(folder.resolve(LOGS));
        firstPage(folder.resolve(MAIN_DOCROOT), domain);
    }

    /// The folder of a further site, relative to the home.
    public String docrootFor(String domain) {
        if (!DOMAIN.matcher(domain).matches()) throw new IllegalArgumentException("not a domain: " + domain);
        return domain;
    }

    /// Makes a further site's folder with its first page. Doing it again changes nothing.
    public void createSite(String home, String domain) {
        if (!elsewhere) firstPage(checked(home).resolve(docrootFor(domain)), domain);
    }

    /// Makes the folder of an additional FTP login, where it is missing.
    public void createFolder(String home, DirectoryName directory) {
        if (elsewhere) return;
        var folder = checked(home);
        folders(directory.path().isEmpty() ? folder : folder.resolve(directory.path()));
    }

    /// Whether the folder is there, and lies within the home. Absent: a node's agent alone knows.
    public Optional<Boolean> hasFolder(String home, DirectoryName directory) {
        if (directory.path().isEmpty() || directory.path().equals(MAIN_DOCROOT)) return Optional.of(true);
        if (elsewhere) return Optional.empty();
        var folder = checked(home);
        try {
            var real = folder.resolve(directory.path()).toRealPath();
            return Optional.of(Files.isDirectory(real) && real.startsWith(folder.toRealPath()));
        } catch (IOException _) {
            return Optional.of(false);
        }
    }

    /// The bytes of all files of a subscription; 0 where there are none. What cannot be read or vanishes meanwhile does
    /// not count, links neither.
    public static long size(Path home) {
        try {
            var measured = new Size();
            Files.walkFileTree(home, measured);
            return measured.bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes a further site's files; the main domain's go with the home.
    public void deleteSite(String home, String domain) {
        if (!elsewhere) erase(checked(home).resolve(docrootFor(domain)));
    }

    /// Deletes everything of a subscription. Links are deleted, never followed.
    public void delete(String home) {
        if (!elsewhere) erase(checked(home));
    }

    private static void passedThrough(Path folder) {
        try {
            Files.createDirectories(folder);
            var permissions = Files.getPosixFilePermissions(folder);
            if (permissions.addAll(PASSED_THROUGH)) Files.setPosixFilePermissions(folder, permissions);
        } catch (IOException e) {
            throw new StartRefused("The folder " + folder + " cannot be used (WIRT_HOSTING): " + e);
        }
    }

    /// Only a folder directly below the hosting root is ever written or deleted, whatever the row says.
    private Path checked(String home) {
        var folder = Path.of(home).toAbsolutePath().normalize();
        if (!root.equals(folder.getParent()) && !own.equals(folder.getParent()))
            throw new IllegalArgumentException("not a subscription's home: " + home);
        return folder;
    }

    private static void firstPage(Path docroot, String domain) {
        folders(docroot);
        var page = docroot.resolve("index.html");
        if (Files.exists(page, LinkOption.NOFOLLOW_LINKS)) return;
        try {
            Files.writeString(page, SitePages.welcome(domain), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster; the page is there.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void folders(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void erase(Path folder) {
        try {
            Files.walkFileTree(folder, new Erasure());
        } catch (NoSuchFileException _) {
            // Already gone.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Size extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Erasure extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) throw failure;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
