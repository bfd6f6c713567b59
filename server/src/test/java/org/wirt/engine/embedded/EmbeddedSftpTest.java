package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.Running;
import org.wirt.engine.SftpEngineContract;

class EmbeddedSftpTest implements SftpEngineContract {

    @Override
    public int port() {
        return Running.SFTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }
}
