package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeeperTest {

    private Instant now = Instant.parse("2026-12-01T12:00:00Z");
    private final Server web = new Server("web server");
    private final Server mail = new Server("mail server");
    private final Keeper.Rounds rounds =
            new Keeper.Rounds(List.of(web, mail), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    /// One that counts how often it was started.
    private static final class Server implements Kept {

        private final String name;
        private boolean runs = true;
        private boolean works = true;
        private int starts;

        Server(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isRunning() {
            return runs;
        }

        @Override
        public void start() throws IOException {
            starts++;
            if (!works) throw new IOException("no room");
            runs = true;
        }
    }

    private void pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            now = now.plusSeconds(1);
            rounds.look();
        }
    }

    @Test
    void letsBeWhatRuns() {
        pass(Duration.ofMinutes(1));
        assertThat(web.starts).isZero();
    }

    @Test
    void startsAgainAtOnce() {
        web.runs = false;
        pass(Duration.ofSeconds(1));
        assertThat(web.starts).isEqualTo(1);
        assertThat(mail.starts).isZero();
    }

    @Test
    void pausesGrowWhileItDoesNotStart() {
        web.works = false;
        web.runs = false;
        // At once, and after 1, 2, 4, 8, 16, 32 seconds.
        pass(Duration.ofSeconds(64));
        assertThat(web.starts).isEqualTo(7);
        pass(Duration.ofMinutes(10));
        assertThat(web.starts).isEqualTo(17);
    }

    @Test
    void oneThatDoesNotStartKeepsNoOtherFromIt() {
        web.works = false;
        web.runs = false;
        mail.runs = false;
        pass(Duration.ofSeconds(1));
        assertThat(mail.runs).isTrue();
    }

    @Test
    void oneThatEndsEachTimeIsStartedLessOften() {
        for (int i = 0; i < 60; i++) {
            web.runs = false;
            pass(Duration.ofSeconds(1));
        }
        assertThat(web.starts).isEqualTo(6);
    }

    @Test
    void anAccidentLongAgoDoesNotCount() {
        for (int i = 0; i < 3; i++) {
            web.runs = false;
            pass(Duration.ofMinutes(5));
        }
        web.runs = false;
        pass(Duration.ofSeconds(1));
        assertThat(web.starts).isEqualTo(4);
    }
}
