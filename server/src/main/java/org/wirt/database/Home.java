package org.wirt.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// The data home: everything Wirt keeps on this machine. One running panel at a time, readable by its own user only.
public final class Home implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");
    private static final int SECRET_BYTES = 24;
    private static final String DATABASE_CHAIN = "database-certificate.pem";

    private final Path path;
    private final FileChannel lock;

    private Home(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Where the home is: `WIRT_HOME`, else `~/.wirt`.
    public static Path from(Settings settings) {
        return settings.text("WIRT_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".wirt"))
                .toAbsolutePath()
                .normalize();
    }

    /// Who rules the embedded database of a home, for whoever can read it; empty where there is none.
    public static Optional<Login> superuser(Settings settings) {
        return secret(settings, "database-superuser").map(secret -> new Login(Login.SUPERUSER, secret));
    }

    /// What the panel of a home has made already, for whoever can read it.
    public static Optional<String> secret(Settings settings, String name) {
        return read(from(settings).resolve("secrets").resolve(name));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Makes the home where it is missing and takes it for this process.
    ///
    /// @throws StartRefused when another process has it, or it cannot be written
    public static Home open(Path path) {
        try {
            folder(path);
            var channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!taken(channel)) throw inUse(path, channel);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(false);
            return new Home(path, channel);
        } catch (IOException e) {
            throw new StartRefused("The data home " + path + " cannot be used (WIRT_HOME): " + e);
        }
    }

    public Path path() {
        return path;
    }

    /// A folder of the home, made where it is missing.
    public Path folder(String name) {
        try {
            return folder(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A random password that is made at the first question and stays the same from then on.
    public String secret(String name) {
        var file = folder("secrets").resolve(name);
        try {
            if (Files.notExists(file)) writeSecret(file, random().getBytes(StandardCharsets.US_ASCII));
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Key and certificate for every encrypted port, self-signed until the administrator puts another one there.
    public Certificate certificate() {
        return Certificate.in(folder("certificate"), secret("certificate"));
    }

    /// Key and certificate of the embedded database, by which hosting nodes know it.
    PemFiles databaseCertificate() throws IOException {
        var folder = folder("certificate");
        var files = new PemFiles(folder.resolve("database-key.pem"), folder.resolve(DATABASE_CHAIN));
        Certificate.pem(files.key(), files.chain());
        return files;
    }

    /// Both as PEM.
    record PemFiles(Path key, Path chain) {}

    /// By what nodes know the database of a home, for whoever can read it.
    public static Optional<String> databaseCertificate(Settings settings) {
        return read(from(settings).resolve("certificate").resolve(DATABASE_CHAIN));
    }

    /// Lets the next process have the home.
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// Moved into place when whole, so that a start that is cut short leaves no half secret behind.
    static void writeSecret(Path file, byte[] content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(SECRET));
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path folder(Path path) throws IOException {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return Files.setPosixFilePermissions(path, OWNER_ONLY);
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static StartRefused inUse(Path path, FileChannel channel) throws IOException {
        var holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        channel.close();
        var pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
        return new StartRefused(
                "Wirt already runs on " + path + " (process " + pid + "); stop it, or set WIRT_HOME to another folder",
                StartRefused.HOME_IN_USE);
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
