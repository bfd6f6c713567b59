package org.wirt.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.wirt.Wirt;
import org.wirt.database.TestDatabase;

/// The whole panel on the tests' database, one for all stories: extend it, make what you need with [#given], and go
/// through the pages with [#browser()]. Beans are fields: a constructor would start the panel before it knows the
/// tests' database.
@SpringBootTest(classes = Wirt.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class PanelTest {

    static {
        TestDatabase.usedByThePanel();
    }

    private static final long A_MOMENT = 20_000_000;

    protected final Given given = new Given();

    @Autowired
    private ServletWebServerApplicationContext context;

    /// Somebody in front of the panel, not signed in.
    protected Browser browser() {
        return new Browser(address());
    }

    /// Where the panel listens.
    protected String address() {
        var server = context.getWebServer();
        if (server == null) throw new IllegalStateException("The panel does not listen");
        return "http://127.0.0.1:" + server.getPort();
    }

    /// Somebody who has signed in.
    protected Browser signedIn(String username) {
        var browser = browser();
        browser.signIn(username, Given.PASSWORD);
        return browser;
    }

    protected Browser administrator() {
        given.administratorsPassword();
        return signedIn("admin");
    }

    /// Waits for what happens beside the request.
    public static void soon(BooleanSupplier wanted) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("It did not happen within 30 seconds");
            LockSupport.parkNanos(A_MOMENT);
        }
    }
}
