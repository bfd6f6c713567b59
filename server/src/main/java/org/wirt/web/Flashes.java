package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wirt.web.ui.Flash;

/// The message for the next page, kept a moment per session in this instance: lost with a restart, it costs nothing
/// that the page itself does not show.
final class Flashes {

    private Flashes() {}

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MANY = 10_000;
    private static final ConcurrentHashMap<String, Kept> WAITING = new ConcurrentHashMap<>();

    private record Kept(Flash flash, long until) {}

    static void keep(HttpServletRequest request, Flash flash) {
        if (WAITING.size() > MANY) WAITING.clear();
        SessionCookies.token(request)
                .ifPresent(t -> WAITING.put(t.text(), new Kept(flash, System.nanoTime() + KEPT.toNanos())));
    }

    static Optional<Flash> take(HttpServletRequest request) {
        return SessionCookies.token(request)
                .flatMap(t -> Optional.ofNullable(WAITING.remove(t.text())))
                .filter(k -> k.until - System.nanoTime() > 0)
                .map(Kept::flash);
    }
}
