package org.wirt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// No panel tells the passwords of its people: each gets a new one by chance. They are written down where a file was
/// named, which nobody but the caller can read from its first byte on; otherwise nobody knows them.
final class NewPasswords implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private final Optional<Writer> file;

    private NewPasswords(Optional<Writer> file) {
        this.file = file;
    }

    static NewPasswords nowhere() {
        return new NewPasswords(Optional.empty());
    }

    /// @throws Failure where it cannot be made, also where it is there already: nothing is written over
    static NewPasswords in(String name, Texts t) {
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var channel = Files.newByteChannel(
                    Path.of(name), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine);
            return new NewPasswords(Optional.of(Channels.newWriter(channel, StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException _) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-there", name));
        } catch (IOException _) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-unwritable", name));
        }
    }

    /// One that every rule for passwords is content with.
    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "#7a";
    }

    /// @param kind whose it is: of an account, for FTP, of a mailbox
    void note(String kind, String login, String password) {
        file.ifPresent(out -> {
            try {
                out.write(Csv.line(kind, login, password));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        file.ifPresent(out -> {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
