package org.wirt.engine.embedded;

import org.wirt.engine.FtpEngineContract;
import org.wirt.engine.Given;
import org.wirt.engine.Running;

class EmbeddedFtpTest implements FtpEngineContract {

    @Override
    public int port() {
        return Running.FTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }

    @Override
    public boolean encrypted() {
        return false;
    }
}
