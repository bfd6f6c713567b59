package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.SmtpEngineContract;
import org.wirt.engine.Running;

class EmbeddedSmtpTest implements SmtpEngineContract {

    @Override
    public int port() {
        return Running.SMTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }
}
