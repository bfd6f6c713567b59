package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirt.engine.Soon.soon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Given.Cause;

/// What every SFTP server product must do.
@Timeout(60)
public interface SftpEngineContract {

    Duration PATIENCE = Duration.ofSeconds(5);
    Duration A_MOMENT = Duration.ofMillis(300);

    int port();

    Given customer();

    @Test
    default void letsInAndTransfersBothWays() throws IOException {
        var given = customer();
        try (var ssh = new Ssh(port());
                var client = ssh.login(given)) {
            assertThat(client.readEntries("."))
                    .extracting(SftpClient.DirEntry::getFilename)
                    .contains("httpdocs", "logs");
            try (var out = client.write("httpdocs/neu.txt")) {
                out.write("Grüße".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(given.home.resolve("httpdocs/neu.txt")).hasContent("Grüße");
            try (var in = client.read("/httpdocs/neu.txt")) {
                assertThat(in.readAllBytes()).isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
            }
            client.mkdir("httpdocs/neu");
            client.rename("httpdocs/neu.txt", "httpdocs/neu/alt.txt");
            client.remove("httpdocs/neu/alt.txt");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void refusedWhileSuspendedAndBackAfterwards(Cause cause) throws IOException {
        var given = customer();
        given.suspend(cause);
        try (var ssh = new Ssh(port())) {
            assertThatThrownBy(() -> ssh.session(given.login, Given.PASSWORD)).isInstanceOf(SshException.class);
            given.activate(cause);
            assertThat(ssh.session(given.login, Given.PASSWORD).isAuthenticated())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void cutWhenSuspended(Cause cause) throws IOException {
        var given = customer();
        try (var ssh = new Ssh(port());
                var client = ssh.login(given)) {
            client.canonicalPath(".");
            given.suspend(cause);
            soon(() -> given.ended("SFTP") == 1);
            soon(() -> !client.getSession().isOpen());
            assertThatThrownBy(() -> client.canonicalPath(".")).isInstanceOf(IOException.class);
        }
    }

    @Test
    default void aRunningDownloadIsCut() throws IOException {
        var given = customer();
        try (var file = new RandomAccessFile(given.home.resolve("film.bin").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        try (var ssh = new Ssh(port());
                var client = ssh.login(given);
                var handle = client.open("film.bin", OpenMode.Read)) {
            var piece = new byte[32 * 1024];
            assertThat(client.read(handle, 0, piece)).isPositive();
            given.suspend(Cause.CUSTOMER);
            soon(() -> given.ended("SFTP") == 1);
            assertThatThrownBy(() -> client.read(handle, 1 << 20, piece)).isInstanceOf(IOException.class);
        } catch (IOException _) {
            // Closing what is cut.
        }
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 2048", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp521, 521"})
    default void aKeyLetsInWhoeverHasIt(String kind, int bits) throws Exception {
        var given = customer();
        var own = KeyUtils.generateKeyPair(kind, bits);
        given.sshKeys(KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256), own);
        try (var ssh = new Ssh(port())) {
            assertThat(ssh.session(given.login, own).isAuthenticated()).isTrue();
        }
    }

    @Test
    default void aKeyLetsInNobodyElse() throws Exception {
        var given = customer();
        var own = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        given.sshKeys(own);
        try (var ssh = new Ssh(port())) {
            var other = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            assertThatThrownBy(() -> ssh.session(given.login, other)).isInstanceOf(SshException.class);
            assertThatThrownBy(() -> ssh.session(customer().login, own)).isInstanceOf(SshException.class);
        }
    }

    /// The server says whether it would do before it is asked to prove anything.
    @Test
    default void aKeyThatIsOnlyOfferedLetsInNobody() throws Exception {
        var given = customer();
        var own = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        given.sshKeys(own);
        var other = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        try (var ssh = new Ssh(port())) {
            assertThatThrownBy(() -> ssh.session(given.login, new KeyPair(own.getPublic(), other.getPrivate())))
                    .isInstanceOf(SshException.class);
        }
    }

    @Test
    default void aKeyOpensNothingWhileSuspended() throws Exception {
        var given = customer();
        var key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        given.sshKeys(key);
        try (var ssh = new Ssh(port())) {
            var session = ssh.session(given.login, key);
            given.suspend(Cause.CUSTOMER);
            soon(() -> given.ended("SFTP") == 1);
            soon(() -> !session.isOpen());
            assertThatThrownBy(() -> ssh.session(given.login, key)).isInstanceOf(SshException.class);
            given.activate(Cause.CUSTOMER);
            assertThat(ssh.session(given.login, key).isAuthenticated()).isTrue();
        }
    }

    @Test
    default void unknownAndWrongPasswordAreRefused() throws IOException {
        var given = customer();
        try (var ssh = new Ssh(port())) {
            assertThatThrownBy(() -> ssh.session(given.login, "wrong")).isInstanceOf(SshException.class);
            assertThatThrownBy(() -> ssh.session("nobody-" + given.name, Given.PASSWORD))
                    .isInstanceOf(SshException.class);
        }
    }

    /// With the right password. The rest is as with FTP, whose question it is.
    @ParameterizedTest
    @ValueSource(strings = {"'", "' --", "\\", "%U"})
    default void junkForALoginIsRefused(String junk) throws IOException {
        var given = customer();
        try (var ssh = new Ssh(port())) {
            assertThatThrownBy(() -> ssh.session(given.login + junk, Given.PASSWORD))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    default void nothingElseOfSsh() throws IOException {
        var given = customer();
        try (var ssh = new Ssh(port())) {
            var session = ssh.session(given.login, Given.PASSWORD);
            for (var channel : List.of(session.createExecChannel("id"), session.createShellChannel())) {
                var output = new ByteArrayOutputStream();
                channel.setOut(output);
                channel.open().verify(PATIENCE);
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.STDOUT_DATA), A_MOMENT);
                assertThat(channel.getExitStatus()).isNull();
                assertThat(output.size()).isZero();
            }
            var elsewhere = new SshdSocketAddress("127.0.0.1", port());
            assertThatThrownBy(() -> session.createDirectTcpipChannel(elsewhere, elsewhere)
                            .open()
                            .verify(PATIENCE))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/../outside", "httpdocs/../../outside", "link", "folder/outside"})
    default void nobodyLeavesTheHome(String path) throws IOException {
        var given = customer();
        given.waysOutside();
        try (var ssh = new Ssh(port());
                var client = ssh.login(given)) {
            assertThatThrownBy(() -> client.read(path).readAllBytes()).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.symLink("new", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.symLink("/etc/passwd", "new")).isInstanceOf(IOException.class);
        }
    }

    /// A client of its own, because cutting one must not touch another.
    final class Ssh implements AutoCloseable {

        private final SshClient client = SshClient.setUpDefaultClient();
        private final int port;

        public Ssh(int port) {
            this.port = port;
            client.setServerKeyVerifier((_, _, _) -> true);
            client.start();
        }

        ClientSession session(String login, String password) throws IOException {
            var session =
                    client.connect(login, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return session;
        }

        ClientSession session(String login, KeyPair key) throws IOException {
            var session =
                    client.connect(login, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            session.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            return session;
        }

        public SftpClient login(Given given) throws IOException {
            return SftpClientFactory.instance().createSftpClient(session(given.login, Given.PASSWORD));
        }

        @Override
        public void close() {
            client.stop();
        }
    }
}
