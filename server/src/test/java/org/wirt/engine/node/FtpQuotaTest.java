package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Given;
import org.wirt.engine.SftpEngineContract.Ssh;

/// FTP and SFTP bring nobody more than he is allotted.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class FtpQuotaTest implements OnNode {

    private static final int PART = 600_000;
    private static final long ALLOTTED = 1_000_000;

    private final Given given = RunningNode.customer();

    private void may(String limits, String overuse) {
        given.database.execute(
                "update wirt.subscription set limits = ?::jsonb, overuse = ? where id = ?",
                limits,
                overuse,
                given.subscription);
    }

    private void has(long counted) throws IOException {
        RunningNode.database()
                .ask(
                        NodePostgres.DATABASE,
                        "insert into wirt.disk (subscription_id, counted) values (" + given.subscription + ", "
                                + counted + ") on conflict (subscription_id) do update set counted = " + counted
                                + ", brought = 0");
    }

    private FTPClient client(String login) throws IOException {
        var client = new FTPClient();
        client.setControlEncoding(StandardCharsets.UTF_8);
        client.connect("127.0.0.1", RunningNode.SETTINGS.ports().ftp().number());
        assertThat(client.login(login, Given.PASSWORD)).isTrue();
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        return client;
    }

    private static boolean brings(FTPClient client, String name) throws IOException {
        try {
            return client.storeFile(name, new ByteArrayInputStream(new byte[PART]));
        } catch (IOException _) {
            // It was cut off in the middle.
            client.completePendingCommand();
            return false;
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothing() throws IOException {
        may("{\"disk_space\": " + ALLOTTED + "}", "NOT_ALLOWED");
        var client = client(given.login);
        assertThat(brings(client, "httpdocs/one")).as(client.getReplyString()).isTrue();
        assertThat(brings(client, "httpdocs/two")).isFalse();
        assertThat(client.getReplyCode()).isEqualTo(FTPReply.STORAGE_ALLOCATION_EXCEEDED);
        assertThat(given.home.resolve("httpdocs/two")).doesNotExist();

        given.ftpLogin(given.name + "-x", "httpdocs");
        var other = client(given.name + "-X");
        assertThat(brings(other, "three"))
                .as("another login of the same subscription")
                .isFalse();
        assertThat(client.deleteFile("httpdocs/one")).isTrue();
        assertThat(brings(other, "three")).as(other.getReplyString()).isTrue();
        client.disconnect();
        other.disconnect();
    }

    /// Whoever uploads by SFTP hears nothing of a file that is taken away again: so what goes over stays.
    @Test
    void sftpRefusesWhateverComesAfterTheOneThatWentOver() throws IOException {
        may("{\"disk_space\": " + ALLOTTED + "}", "NOT_ALLOWED");
        try (var ssh = new Ssh(RunningNode.SETTINGS.ports().sftp().number());
                var client = ssh.login(given)) {
            for (var name : List.of("one", "two")) {
                try (var out = client.write("httpdocs/" + name)) {
                    out.write(new byte[PART]);
                }
                assertThat(given.home.resolve("httpdocs/" + name)).hasSize(PART);
            }
            assertThatThrownBy(() -> client.write("httpdocs/three").close()).isInstanceOf(IOException.class);
        }
        assertThat(given.home.resolve("httpdocs/three")).doesNotExist();
    }

    @Test
    void whatWasCountedIsAmongIt() throws IOException {
        may("{\"disk_space\": " + ALLOTTED + "}", "NOT_ALLOWED");
        has(ALLOTTED / 2);
        var client = client(given.login);
        assertThat(brings(client, "one")).isFalse();
        client.disconnect();
    }

    @Test
    void whoMayOveruseIsHeldByTheHardQuotaAlone() throws IOException {
        may("{\"disk_space\": " + ALLOTTED + "}", "DISK_AND_TRAFFIC");
        has(ALLOTTED);
        var client = client(given.login);
        assertThat(brings(client, "one")).as(client.getReplyString()).isTrue();
        client.disconnect();

        may("{\"disk_space\": -1, \"hard_quota\": " + ALLOTTED + "}", "ALLOWED");
        client = client(given.login);
        assertThat(brings(client, "two")).isFalse();
        client.disconnect();
    }
}
