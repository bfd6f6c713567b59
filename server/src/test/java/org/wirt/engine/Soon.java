package org.wirt.engine;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Within a second, which is what a suspension may take to reach those who are already inside.
public final class Soon {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Soon() {}

    public static void soon(Callable<Boolean> holds) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(SECOND)
                .until(holds);
    }
}
