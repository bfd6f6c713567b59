package org.wirt.engine.embedded;

/// The same, encrypted.
class EmbeddedFtpsTest extends EmbeddedFtpTest {

    @Override
    public boolean encrypted() {
        return true;
    }
}
