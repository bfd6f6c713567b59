package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.StartRefused;
import org.wirt.hosting.Homes;
import org.wirt.hosting.SitePages;

/// The homes of a node's subscriptions. Each belongs to the subscription's Unix number, and to the web server's
/// group so far that it may pass through; nobody else comes in.
///
/// A home that its customer can already write is never touched as root: what is missing there is made under his own
/// number, so that a link he has laid leads where he could go anyway.
final class NodeHomes {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHomes.class);
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOG_SECONDS = 5;
    private static final long LARGE_LOG = 10L << 20;
    private static final String COMING = ".coming-";
    static final String WEB_GROUP = "www-data";
    private static final String MAIL = "mail/";
    private static final Pattern FOLDER = Pattern.compile("[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)*");

    private final Path root;

    NodeHomes(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// Where they lie.
    Path folder() {
        return root;
    }

    /// Makes the folder of all homes: everybody may pass through, nobody may see who is there.
    ///
    /// @param node whose homes they are
    /// @throws StartRefused when they are another node's: what moves between the two would overwrite itself
    void install(long node) throws IOException {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        var number = Long.toString(node);
        if (Files.exists(owner()) && !Files.readString(owner()).strip().equals(number))
            throw new StartRefused("In " + root + " lie the homes of node "
                    + Files.readString(owner()).strip() + ": set WIRT_HOSTING to another folder");
        Daemon.write(owner(), number);
    }

    private Path owner() {
        return root.resolve(".node");
    }

    /// The homes stay; another node may have them.
    void leave() throws IOException {
        Files.deleteIfExists(owner());
    }

    /// Where the home of a Unix number lies.
    Path of(int uid) {
        return root.resolve(Integer.toString(uid));
    }

    private Path draft(int uid) {
        return root.resolve(COMING + uid);
    }

    /// The folder into which a home is fetched from another node. One that was whole before, and was called off, is
    /// gone on with.
    Path receive(int uid) throws IOException {
        var draft = draft(uid);
        if (Files.notExists(draft, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(of(uid), LinkOption.NOFOLLOW_LINKS)) Files.move(of(uid), draft);
            else
                Files.createDirectory(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Command.of("chown", uid + ":" + uid, draft.toString()).run();
        return draft;
    }

    /// It is whole: written to the disk, and moved to its place.
    void arrive(int uid) throws IOException {
        var draft = draft(uid);
        Command.of("sync", "-f", draft.toString()).run();
        open(draft);
        Files.move(draft, of(uid));
    }

    /// Deletes what was fetched for others than these.
    void clear(Set<Integer> expected) throws IOException {
        try (var folders = Files.newDirectoryStream(root, COMING + "*")) {
            for (var folder : folders) {
                var uid = Integer.parseInt(folder.getFileName().toString().substring(COMING.length()));
                if (!expected.contains(uid)) erase(folder);
            }
        }
    }

    /// Makes what is missing. Doing it again changes nothing.
    void prepare(AgentDatabase.Prepared one) throws IOException {
        var home = checked(one.home());
        if (Files.notExists(home, LinkOption.NOFOLLOW_LINKS)) create(home, one);
        else takeOver(home, one.uid());
        for (var docroot : one.docroots()) addSite(home, docroot, one.uid());
        for (var folder : one.folders()) addFolder(home, folder, one.uid());
    }

    /// Beside its place, and moved there when it is whole.
    private void create(Path home, AgentDatabase.Prepared one) throws IOException {
        var draft = Files.createTempDirectory(root, ".new");
        try {
            for (var folder : List.of("logs", "tmp", Homes.MAIN_DOCROOT)) Files.createDirectory(draft.resolve(folder));
            Files.setPosixFilePermissions(draft.resolve("tmp"), PosixFilePermissions.fromString("rwx------"));
            Files.writeString(
                    draft.resolve(Homes.MAIN_DOCROOT).resolve("index.html"),
                    SitePages.welcome(one.name()),
                    StandardCharsets.UTF_8);
            own(draft, one.uid());
            Files.move(draft, home);
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    /// A home that the panel made, before the node was there.
    private static void takeOver(Path home, int uid) throws IOException {
        if (Objects.equals(Files.getAttribute(home, "unix:uid", LinkOption.NOFOLLOW_LINKS), uid)) return;
        own(home, uid);
        as(uid, "mkdir", "-p", "-m", "700", home.resolve("tmp").toString()).run();
    }

    private static void own(Path home, int uid) throws IOException {
        Command.of("chown", "-R", "-h", uid + ":" + uid, home.toString()).run();
        open(home);
    }

    /// To the web server, so far that it may pass through.
    private static void open(Path home) throws IOException {
        Command.of("chgrp", WEB_GROUP, home.toString()).run();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
    }

    private static void addSite(Path home, String docroot, int uid) throws IOException {
        if (!addFolder(home, docroot, uid)) return;
        var page = home.resolve(docroot).resolve("index.html");
        as(uid, "dd", "conv=excl", "status=none", "of=" + page).run(SitePages.welcome(docroot));
    }

    /// @return whether it was missing
    private static boolean addFolder(Path home, String name, int uid) throws IOException {
        if (!FOLDER.matcher(name).matches() || Stream.of(name.split("/")).anyMatch(".."::equals)) return false;
        var folder = home.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return false;
        as(uid, "mkdir", "-p", folder.toString()).run();
        return true;
    }

    /// Adds to the log of visits, as the customer himself: what he makes of that folder concerns nobody else.
    void append(AgentDatabase.Owner owner, String text) throws IOException {
        var log = checked(owner.home()).resolve("logs").resolve("access.log");
        if (Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS) && Files.size(log) > LARGE_LOG)
            as(owner.uid(), LOG_SECONDS, "mv", "-f", "--", log.toString(), log + ".1")
                    .run();
        as(owner.uid(), LOG_SECONDS, "dd", "oflag=append", "conv=notrunc", "status=none", "of=" + log)
                .run(text);
    }

    /// Deletes what is left over of something that was removed.
    void erase(AgentDatabase.Leftover leftover) throws IOException {
        var home = checked(leftover.home());
        if (Files.notExists(home, LinkOption.NOFOLLOW_LINKS)) return;
        if (leftover.path().isEmpty()) {
            erase(home);
        } else if (isOwn(leftover.path())) {
            var uid = (Integer) Files.getAttribute(home, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            as(
                            uid,
                            "rm",
                            "-rf",
                            "--one-file-system",
                            "--",
                            home.resolve(leftover.path()).toString())
                    .run();
        }
        LOG.info("Files deleted: {} {}", home, leftover.path());
    }

    /// Folders right below the home, and those of mail. What the customer has made of it himself leads nowhere: it is
    /// deleted by his own right.
    private static boolean isOwn(String path) {
        boolean deep = path.contains("/") && !path.startsWith(MAIL);
        return !deep
                && FOLDER.matcher(path).matches()
                && !List.of(path.split("/")).contains("..");
    }

    private void erase(Path home) throws IOException {
        // Where nobody gets to while it is deleted.
        var hidden = Files.createTempDirectory(root, ".gone");
        Files.move(home, hidden.resolve(UUID.randomUUID().toString()));
        // By descriptors: no folder that is made a link meanwhile leads it elsewhere.
        Command.of("rm", "-rf", "--one-file-system", "--", hidden.toString()).run();
    }

    /// Only a folder directly below the node's folder of homes is ever written or deleted, whatever the row says.
    Path checked(String home) throws IOException {
        var folder = Path.of(home).toAbsolutePath().normalize();
        if (!root.equals(folder.getParent())) throw new IOException("not a home of this node: " + home);
        return folder;
    }

    private static Command as(int uid, String... words) {
        return as(uid, PATIENCE_SECONDS, words);
    }

    private static Command as(int uid, int seconds, String... words) {
        // He may hold what runs under his number.
        return new Command(under(uid, words)).within(seconds);
    }

    /// The words of a program that runs under a subscription's number and has no other right.
    static List<String> under(int uid, String... words) {
        if (uid < Processes.FIRST) throw new IllegalArgumentException("not a subscription's Unix number: " + uid);
        var number = Integer.toString(uid);
        return Stream.concat(
                        Stream.of("setpriv", "--reuid", number, "--regid", number, "--clear-groups", "--"),
                        Stream.of(words))
                .toList();
    }
}
