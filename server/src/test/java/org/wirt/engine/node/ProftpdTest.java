package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Dialogue;
import org.wirt.engine.FtpEngineContract;
import org.wirt.engine.Given;
import org.wirt.engine.Junk;

/// Debian's ProFTPD on a hosting node, held to what the panel's own FTP server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class ProftpdTest implements FtpEngineContract, OnNode {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().ftp().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Override
    public boolean encrypted() {
        return false;
    }

    @Override
    public void done() {
        RunningNode.confirmed();
    }

    /// With the right password, all at once: after each it waits.
    @Test
    void junkForALoginIsRefused() throws IOException {
        var given = customer();
        var names = new ArrayList<>(Junk.near(given.login));
        names.add(given.login);
        var clients = new ArrayList<Dialogue>();
        try {
            for (var name : names) {
                var client = new Dialogue(port());
                clients.add(client);
                client.reply();
                client.write("USER " + name);
            }
            for (var client : clients) {
                client.reply();
                client.write("PASS " + Given.PASSWORD);
            }
            var last = clients.removeLast();
            for (int i = 0; i < clients.size(); i++)
                assertThat(clients.get(i).reply()).as(names.get(i)).startsWith("5");
            assertThat(last.reply()).startsWith("230");
            last.close();
        } finally {
            for (var client : clients) client.close();
        }
    }
}
