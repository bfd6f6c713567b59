package org.wirt.engine.node;

import org.junit.jupiter.api.condition.EnabledIf;

/// The same, encrypted.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class ProftpdTlsTest extends ProftpdTest {

    @Override
    public boolean encrypted() {
        return true;
    }
}
