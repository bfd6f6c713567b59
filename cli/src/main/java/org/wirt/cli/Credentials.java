package org.wirt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Which panel is asked, and by which token.
///
/// @param url   without a slash at its end
/// @param token empty: none is known
/// @param ca    a file of certificates that are trusted instead of those of the system; empty: none
record Credentials(String url, String token, String ca) {

    private static final String NAME = "credentials";
    private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?";
    private static final Pattern FORM = Pattern.compile("https?://" + HOST);
    private static final Pattern HERE =
            Pattern.compile("http://(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?");

    @Override
    public String toString() {
        return url;
    }

    static Path file(Surroundings around) {
        return around.folder("XDG_CONFIG_HOME", ".config").resolve(NAME);
    }

    /// What was typed beats the variables, and they beat the file. A token that was kept goes only to the panel it is
    /// of.
    static Credentials of(Arguments typed, Surroundings around, Texts t) {
        var kept = kept(around, t);
        var url = typed.panel()
                .or(() -> around.variable("WIRT_URL"))
                .map(Credentials::trimmed)
                .or(() -> kept.map(Credentials::url))
                .orElseThrow(() -> new Failure(ExitCodes.USAGE, t.of("no-panel")));
        safe(url, t);
        var same = kept.filter(one -> one.url.equals(url));
        var token = typed.value("token-file")
                .map(file -> Secrets.file(file, around, t))
                .or(() -> around.variable("WIRT_TOKEN"))
                .or(() -> same.map(Credentials::token))
                .orElse("");
        var ca = typed.value("ca")
                .or(() -> around.variable("WIRT_CA"))
                .or(() -> same.map(Credentials::ca))
                .orElse("");
        return new Credentials(url, token.strip(), ca);
    }

    /// An address of a panel, as it is asked.
    static String address(String typed, Texts t) {
        var url = trimmed(typed);
        safe(url, t);
        return url;
    }

    private static String trimmed(String url) {
        return url.replaceAll("/+$", "");
    }

    /// A token in clear goes nowhere but within this machine.
    private static void safe(String url, Texts t) {
        if (!FORM.matcher(url).matches()) throw new Failure(ExitCodes.USAGE, t.of("url-form", url));
        if (url.startsWith("http://") && !HERE.matcher(url).matches())
            throw new Failure(ExitCodes.USAGE, t.of("url-in-clear", url));
    }

    private static Optional<Credentials> kept(Surroundings around, Texts t) {
        var file = file(around);
        if (!Files.exists(file)) return Optional.empty();
        var all = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            all.load(in);
        } catch (IOException e) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-unreadable", file));
        }
        return Optional.of(
                new Credentials(all.getProperty("url", ""), all.getProperty("token", ""), all.getProperty("ca", "")));
    }

    /// Readable for the caller alone, from the first byte on.
    Path keep(Surroundings around) throws IOException {
        var file = file(around);
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var fresh = Files.createTempFile(
                folder, NAME, "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var absolute = ca.isEmpty() ? "" : Path.of(ca).toAbsolutePath().toString();
        Files.writeString(
                fresh,
                "url=" + url + "\ntoken=" + token + "\nca=" + absolute.replace("\\", "\\\\") + "\n",
                StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }
}
