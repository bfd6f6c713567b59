package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.ImapEngineContract;
import org.wirt.engine.Running;

class EmbeddedImapTest implements ImapEngineContract {

    @Override
    public int port() {
        return Running.IMAP.port();
    }

    @Override
    public int smtpPort() {
        return Running.SMTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }
}
