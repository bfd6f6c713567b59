package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.Test;
import org.wirt.database.TestDatabase;

/// What a subscription uses is what has really gone through the servers and lies on the disk.
class MeteringTest {

    private static final int SIZE = 100_000;

    private final Given given = Running.customer();
    private final Consumption consumption = new Consumption(TestDatabase.app());

    @Test
    void aDownloadFromTheWebIsTraffic() throws Exception {
        Files.write(given.home.resolve("httpdocs/film.bin"), new byte[SIZE]);
        download("/film.bin");
        measured("traffic_used", SIZE);
        download("/film.bin");
        measured("traffic_used", 2L * SIZE);
    }

    @Test
    void anUploadByFtpIsTrafficAndTakesSpaceUntilItIsDeleted() throws IOException {
        Running.METERING.write();
        var before = used("disk_used");
        var client = new FTPClient();
        client.setControlEncoding(StandardCharsets.UTF_8);
        client.connect("127.0.0.1", Running.FTP.port());
        assertThat(client.login(given.login, Given.PASSWORD)).isTrue();
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        assertThat(client.storeFile("httpdocs/neu.bin", new ByteArrayInputStream(new byte[SIZE])))
                .isTrue();
        measured("traffic_used", SIZE);
        measured("disk_used", before + SIZE);
        assertThat(client.deleteFile("httpdocs/neu.bin")).isTrue();
        measured("disk_used", before);
        client.disconnect();
    }

    @Test
    void sftpCountsBothWays() throws IOException {
        try (var ssh = new SftpEngineContract.Ssh(Running.SFTP.port());
                var client = ssh.login(given)) {
            try (var out = client.write("httpdocs/neu.bin")) {
                out.write(new byte[SIZE]);
            }
            measured("traffic_used", SIZE);
            try (var in = client.read("httpdocs/neu.bin")) {
                assertThat(in.readAllBytes()).hasSize(SIZE);
            }
            soon(() -> {
                Running.METERING.write();
                return used("traffic_used") >= 2L * SIZE;
            });
            client.remove("httpdocs/neu.bin");
        }
    }

    /// Else two that write of the same many wait for each other for ever.
    @Test
    void usageOfManyIsWrittenInTheOrderOfTheirNumbers() throws Exception {
        var all = new TreeMap<Long, Long>(Map.of(given.subscription, 1L));
        for (int i = 0; i < 8; i++) all.put(Running.customer().subscription, 1L);
        try (var held = TestDatabase.superuser().getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("select from wirt.subscription where id = " + all.firstKey() + " for update");
            var writing = Thread.ofVirtual().start(() -> consumption.setDisk(all.descendingMap()));
            soon(() -> given.number("select count(*) from pg_locks where not granted") > 0);
            for (var later : all.tailMap(all.firstKey(), false).keySet())
                statement.execute("select from wirt.subscription where id = " + later + " for update nowait");
            held.rollback();
            writing.join();
        }
        assertThat(used("disk_used")).isEqualTo(1);
    }

    @Test
    void aNewSubscriptionIsMeasuredAndTheNightMeasuresWhatItsProgramsWrote() throws IOException {
        Running.METERING.write();
        assertThat(used("disk_used")).isPositive();
        var first = used("disk_used");
        Files.write(given.home.resolve("logs/access.log"), new byte[SIZE]);
        Running.METERING.measureAll();
        assertThat(used("disk_used")).isEqualTo(first + SIZE);
    }

    @Test
    void aNewMonthCountsFromNothing() {
        var december = LocalDate.of(2026, 12, 1);
        consumption.addTraffic(LocalDate.of(2026, 11, 1), Map.of(given.subscription, 500L));
        consumption.addTraffic(december, Map.of(given.subscription, 70L));
        consumption.addTraffic(december, Map.of(given.subscription, 7L));
        assertThat(used("traffic_used")).isEqualTo(77);
        consumption.beginMonth(december);
        assertThat(used("traffic_used")).isEqualTo(77);
        consumption.beginMonth(LocalDate.of(2027, 1, 1));
        assertThat(used("traffic_used")).isZero();
    }

    private void measured(String what, long bytes) {
        soon(() -> {
            Running.METERING.write();
            return used(what) == bytes;
        });
    }

    private long used(String what) {
        return given.number("select " + what + " from wirt.subscription where id = ?", given.subscription);
    }

    private void download(String path) throws IOException {
        try (var visitor = new Visitor(Running.WEB.port())) {
            assertThat(visitor.ask("GET", given.host, path).body()).hasSize(SIZE);
        }
    }
}
