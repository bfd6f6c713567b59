package org.wirt.engine;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Within a second, which is what a suspension may take to reach those who are already inside, and the rest for
/// a machine that is busy with other tests: how long it takes is measured by `bench/node`.
public final class Soon {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Soon() {}

    public static void soon(Callable<Boolean> holds) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(holds);
    }
}
