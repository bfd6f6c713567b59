package org.wirt.engine.embedded;

import org.wirt.engine.Given;
import org.wirt.engine.Running;
import org.wirt.engine.WebEngineContract;

class EmbeddedWebTest implements WebEngineContract {

    @Override
    public int port() {
        return Running.WEB.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }
}
