package org.wirt.engine.node;

import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.FtpEngineContract;
import org.wirt.engine.Given;

/// Debian's ProFTPD on a hosting node, encrypted, held to what the panel's own FTP server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class ProftpdTlsTest implements FtpEngineContract {

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
        return true;
    }

    @Override
    public void done() {
        RunningNode.confirmed();
    }
}
