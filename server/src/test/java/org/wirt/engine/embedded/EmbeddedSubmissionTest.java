package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.Running;
import org.wirt.engine.SubmissionContract;

class EmbeddedSubmissionTest implements SubmissionContract {

    @Override
    public int port() {
        return Running.SUBMISSION.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }
}
