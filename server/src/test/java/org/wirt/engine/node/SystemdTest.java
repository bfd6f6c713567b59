package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.wirt.database.Command;
import org.wirt.database.Settings;

/// What is written for systemd. Where it is installed, it is asked whether it understands that.
class SystemdTest {

    private NodeSettings node;

    @BeforeEach
    void usual() throws IOException {
        node = NodeSettings.from(new Settings(Map.<String, String>of()::get));
    }

    @Test
    void aServerIsStartedAgainForEverAndStartsAfterTheDatabase() {
        var web = node.web().units().getFirst();
        assertThat(Systemd.file(web.home(), "nginx.service")).isEqualTo("wirt-nginx.service");
        assertThat(Systemd.text(web))
                .contains("After=wirt-folders.service wirt-database.service network-online.target")
                .contains("PartOf=wirt-node.target")
                .contains("WantedBy=wirt-node.target")
                .contains("Restart=always")
                .contains("StartLimitIntervalSec=0")
                .contains("ExecStart=\"/usr/sbin/nginx\" \"-c\" \"/var/lib/wirt-node/web/nginx.conf\"")
                .contains("\"daemon off;\"");
    }

    @Test
    void theDatabaseTellsWhenItIsReadyAndEndsWithoutWaitingForGuests() {
        assertThat(Systemd.text(node.postgres().unit()))
                .contains("Type=notify")
                .contains("KillSignal=SIGINT")
                .doesNotContain("wirt-database.service");
    }

    @Test
    void theAgentHasItsSettingsAndNoMoreRightsThanElsewhere() {
        assertThat(Systemd.text(node.agent().units().getFirst()))
                .contains("\"setpriv\" \"--bounding-set\" \"-all,+chown")
                .contains("Environment=\"WIRT_NODE_HOME=/var/lib/wirt-node\"")
                .as("a stop is no failure")
                .contains("SuccessExitStatus=143");
    }

    @Test
    void nodesInOtherPlacesHaveUnitsOfTheirOwn() {
        var one = Systemd.file(Path.of("/srv/one"), "nginx.service");
        assertThat(one)
                .matches("wirt-[0-9a-f]+-nginx\\.service")
                .isNotEqualTo(Systemd.file(Path.of("/srv/two"), "nginx.service"));
    }

    @Test
    void nothingInAWordIsReadAsMore() {
        var unit = Unit.of(
                Path.of("/a%b"), "x", new Daemon("X", Path.of("/x"), "x"), List.of("/bin/true", "100% \"$HOME\" \\ ;"));
        assertThat(Systemd.text(unit)).contains("ExecStart=\"/bin/true\" \"100%% \\\"$$HOME\\\" \\\\ ;\"");
    }

    @Test
    @EnabledIf("org.wirt.engine.node.Machine#canBeANode")
    void systemdUnderstandsIt(@TempDir Path folder) throws IOException {
        Packages.install(List.of("systemd"));
        RunningNode.scripting();
        var running = RunningNode.SETTINGS;
        var units = new ArrayList<Unit>(List.of(running.postgres().unit()));
        for (var server : running.servers()) units.addAll(server.units());
        // Of PHP's masters there are as many as the tests before this one have subscriptions.
        assertThat(units)
                .extracting(unit -> unit.name().replaceFirst("^php-\\d+$", "php"))
                .containsOnly("database", "php", "nginx", "proftpd", "dovecot", "postfix", "powerdns", "agent");
        var words = new ArrayList<>(List.of("systemd-analyze", "verify", "--recursive-errors=yes", "--man=no"));
        for (var unit : units) {
            var file = folder.resolve(Systemd.file(unit.home(), unit.name() + ".service"));
            Files.writeString(file, Systemd.text(unit));
            words.add(file.toString());
        }
        for (var one : Map.of("folders.service", Systemd.folders(running), "node.target", Systemd.target())
                .entrySet())
            Files.writeString(folder.resolve(Systemd.file(running.home(), one.getKey())), one.getValue());
        assertThat(new Command(words).run()).isEmpty();
    }
}
