package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody presses Ctrl-C while a job runs: a process of its own, because that ends it.
class LeavingTest {

    private static final int PATIENCE = 60;
    private static final String RUNNING =
            "{\"id\":9,\"verb\":\"customer.suspend\",\"over\":false,\"total\":4,\"counts\":{\"done\":1,\"pending\":3}}";
    private static final String BAR = "\r[##########------------------------------] 1/4";

    @TempDir
    private Path home;

    private record Left(int code, String out, String err) {}

    /// @param terminals where somebody sits
    private Left left(String language, String terminals) throws IOException, InterruptedException {
        try (var panel = new Typing(home)) {
            panel.answers("POST /api/v1/jobs/8/undo", 202, "{\"id\":9,\"over\":false}")
                    .answers("GET /api/v1/jobs/9", 200, RUNNING);
            var out = home.resolve("out");
            var err = home.resolve("err");
            // A test that runs in the background must not leave its deafness to the signal to the process.
            var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Dwirt.terminals=" + terminals, "-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(Main.class.getName(), "job", "undo", "8"));
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES", "NO_COLOR", "TERM"));
            builder.environment().putAll(panel.variables);
            builder.environment().put("LANG", language);
            var process = builder.start();
            try {
                assertThat(panel.heard.tryAcquire(3, PATIENCE, TimeUnit.SECONDS))
                        .as("the undo, and twice how far it is")
                        .isTrue();
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new Left(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    @Test
    void theJobGoesOnAndIsSaidSoWhereTheBarWas() throws Exception {
        var left = left("en_US.UTF-8", "012");
        assertThat(left.code).isEqualTo(130);
        assertThat(left.out).isEmpty();
        assertThat(left.err)
                .startsWith(BAR)
                .endsWith(
                        BAR
                                + "\r\u001b[KThe job goes on in the panel. Look again: wirt job show 9 - stop it: wirt job cancel 9\n");
    }

    @Test
    void whoSpeaksGermanHearsItInGermanAndAFileHoldsNoEscapeCodes() throws Exception {
        assertThat(left("de_DE.UTF-8", ""))
                .isEqualTo(
                        new Left(
                                130,
                                "",
                                "Der Auftrag läuft im Panel weiter. Nachsehen: wirt job show 9 - anhalten: wirt job cancel 9\n"));
    }
}
