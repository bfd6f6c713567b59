package org.wirt.engine.embedded;

import org.wirt.engine.AnswerEngineContract;
import org.wirt.engine.Given;
import org.wirt.engine.Running;

class EmbeddedAnswersTest implements AnswerEngineContract {

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
