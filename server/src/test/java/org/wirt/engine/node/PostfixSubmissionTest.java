package org.wirt.engine.node;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.SubmissionContract;

/// Submission by Debian's Postfix on a hosting node, held to what the panel's own does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class PostfixSubmissionTest implements SubmissionContract {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().submission().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Override
    public boolean onlyEncrypted() {
        return true;
    }

    /// Postfix looks at each command; it does not say that it has ended a session.
    @Override
    public void isCut(Given given, Dialogue client) throws IOException {
        client.smtp("MAIL FROM:<" + given.address + ">", "421 4.7.0");
    }
}
