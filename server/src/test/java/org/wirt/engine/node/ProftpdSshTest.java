package org.wirt.engine.node;

import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Given;
import org.wirt.engine.SftpEngineContract;

/// SFTP by Debian's ProFTPD on a hosting node, held to what the panel's own SFTP server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class ProftpdSshTest implements SftpEngineContract, OnNode {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().sftp().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }
}
