package org.wirt.engine.node;

import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Given;
import org.wirt.engine.SmtpEngineContract;

/// Debian's Postfix on a hosting node, held to what the panel's own mail server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class PostfixTest implements SmtpEngineContract, OnNode {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().smtp().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }
}
