package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.Running;
import org.wirt.engine.SmtpEngineContract;

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
