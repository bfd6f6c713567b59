package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirt.engine.Soon.soon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Given.Cause;

/// What every FTP server product must do, with and without encryption.
@Timeout(60)
public interface FtpEngineContract {

    int port();

    Given customer();

    boolean encrypted();

    /// Waits until the panel says that a suspension is done. Whoever asks at each command needs no waiting.
    default void done() {}

    @Test
    default void letsInAndTransfersBothWays() throws IOException {
        var given = customer();
        var client = login(given);
        client.setFileType(FTP.BINARY_FILE_TYPE);
        assertThat(client.printWorkingDirectory()).isEqualTo("/");
        assertThat(client.listNames()).contains("httpdocs", "logs");
        assertThat(client.storeFile(
                        "httpdocs/neu.txt", new ByteArrayInputStream("Grüße".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(given.home.resolve("httpdocs/neu.txt")).hasContent("Grüße");
        var copy = new ByteArrayOutputStream();
        assertThat(client.retrieveFile("httpdocs/neu.txt", copy)).isTrue();
        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo("Grüße");
        assertThat(client.deleteFile("httpdocs/neu.txt")).isTrue();
        client.disconnect();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void refusedWhileSuspendedAndBackAfterwards(Cause cause) throws IOException {
        var given = customer();
        given.suspend(cause);
        assertThat(tryLogin(given.login, Given.PASSWORD)).isEqualTo(530);
        given.activate(cause);
        assertThat(tryLogin(given.login, Given.PASSWORD)).isEqualTo(230);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void cutWhenSuspended(Cause cause) throws IOException {
        var given = customer();
        var client = login(given);
        given.suspend(cause);
        soon(() -> given.ended("FTP") == 1);
        assertThatThrownBy(client::listNames).isInstanceOf(IOException.class);
        given.activate(cause);
        login(given).disconnect();
    }

    @Test
    default void theNextCommandAfterASuspensionIsAlreadyRefused() throws IOException {
        var given = customer();
        var client = login(given);
        given.suspend(Cause.CUSTOMER);
        done();
        assertThatThrownBy(() -> client.mkd("new")).isInstanceOf(IOException.class);
        assertThat(given.home.resolve("new")).doesNotExist();
    }

    @Test
    default void aRunningDownloadIsCut() throws Exception {
        var given = customer();
        var size = 512L << 20;
        try (var file = new RandomAccessFile(given.home.resolve("film.bin").toFile(), "rw")) {
            file.setLength(size);
        }
        var client = login(given);
        client.setFileType(FTP.BINARY_FILE_TYPE);
        try (var data = client.retrieveFileStream("film.bin")) {
            data.readNBytes(1 << 20);
            given.suspend(Cause.CUSTOMER);
            soon(() -> given.ended("FTP") == 1);
            var start = System.nanoTime();
            assertThat(drain(data)).isLessThan(size / 2);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    default void aDownloadOverASlowLineIsCut() throws Exception {
        var given = customer();
        try (var file = new RandomAccessFile(given.home.resolve("film.bin").toFile(), "rw")) {
            file.setLength(SlowReader.SIZE);
        }
        var client = login(given);
        client.setFileType(FTP.BINARY_FILE_TYPE);
        client.setReceieveDataSocketBufferSize(SlowReader.WINDOW);
        new SlowReader(client.retrieveFileStream("film.bin")).isCutBy(() -> given.suspend(Cause.CUSTOMER));
    }

    @Test
    default void aNewPasswordEndsTheOldSessions() throws IOException {
        var given = customer();
        var client = login(given);
        given.database.execute(
                "update wirt.ftp_login set changed = changed + 1 where subscription_id = ?", given.subscription);
        soon(() -> given.ended("FTP") == 1);
        assertThatThrownBy(client::listNames).isInstanceOf(IOException.class);
    }

    @Test
    default void unknownAndWrongPasswordAreRefusedAlike() throws IOException {
        var given = customer();
        assertThat(tryLogin("nobody-" + given.name, Given.PASSWORD)).isEqualTo(530);
        assertThat(tryLogin(given.login, "wrong")).isEqualTo(530);
        assertThat(tryLogin(given.login, "x".repeat(80))).isEqualTo(530);
        assertThat(tryLogin("anonymous", "me@example.com")).isEqualTo(530);
    }

    @Test
    default void theLoginsNameIsTheSameInUpperCase() throws IOException {
        var given = customer();
        assertThat(tryLogin(given.login.toUpperCase(Locale.ROOT), Given.PASSWORD))
                .isEqualTo(230);
    }

    @Test
    default void anAdditionalLoginStaysInItsFolder() throws IOException {
        var given = customer();
        given.ftpLogin(given.name + "-web", "httpdocs");
        var client = connect();
        assertThat(client.login(given.name + "-web", Given.PASSWORD)).isTrue();
        assertThat(client.listNames()).containsExactly("index.html");
        client.cwd("..");
        assertThat(client.listNames()).containsExactly("index.html");
        client.disconnect();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "/../outside", "httpdocs/../../outside", "link", "folder/outside", "\\..\\outside"
            })
    default void nobodyLeavesTheHome(String path) throws IOException {
        var given = customer();
        var outside = given.waysOutside();
        var client = login(given);
        var copy = new ByteArrayOutputStream();
        assertThat(client.retrieveFile(path, copy)).isFalse();
        assertThat(client.storeFile(path, new ByteArrayInputStream(new byte[] {'x'})))
                .isIn(true, false);
        assertThat(copy.size()).isZero();
        assertThat(outside.resolve("outside")).hasContent("secret");
        assertThat(given.home.resolveSibling("outside")).hasContent("secret");
        client.disconnect();
    }

    private FTPClient login(Given given) throws IOException {
        var client = connect();
        assertThat(client.login(given.login, Given.PASSWORD))
                .as(client.getReplyString())
                .isTrue();
        if (client instanceof FTPSClient secure) {
            secure.execPBSZ(0);
            secure.execPROT("P");
        }
        return client;
    }

    private int tryLogin(String login, String password) throws IOException {
        var client = connect();
        try {
            client.login(login, password);
            return client.getReplyCode();
        } finally {
            client.disconnect();
        }
    }

    private FTPClient connect() throws IOException {
        var client = encrypted() ? new FTPSClient("TLS", false) : new FTPClient();
        client.setControlEncoding(StandardCharsets.UTF_8);
        client.setDefaultTimeout(5000);
        client.connect("127.0.0.1", port());
        client.enterLocalPassiveMode();
        return client;
    }

    private static long drain(InputStream data) {
        long count = 0;
        var buffer = new byte[64 * 1024];
        try {
            for (int read; (read = data.read(buffer)) > 0; ) count += read;
        } catch (IOException _) {
            // Cut.
        }
        return count;
    }
}
