package org.wirt.engine.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what the web server has written about visits to the customers they were for: each finds his own in
/// `logs/access.log`. The server itself writes into no folder that a customer can change.
final class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    /// Until the workers have written what they held and begun anew.
    private static final Duration REOPENING = Duration.ofMillis(500);
    /// Characters that are held before they are brought.
    private static final int MOST = 4_000_000;

    private final WebServer web;
    private final AgentDatabase database;
    private final NodeHomes homes;

    Visits(WebServer web, AgentDatabase database, NodeHomes homes) {
        this.web = web;
        this.database = database;
        this.homes = homes;
    }

    /// @return how long it worked
    Duration deliver() throws IOException {
        var taken = web.visits().resolveSibling("visits.taken");
        // One that was not brought to its end comes first.
        if (Files.notExists(taken)) {
            if (Files.notExists(web.visits()) || Files.size(web.visits()) == 0) return Duration.ZERO;
            Files.move(web.visits(), taken);
            web.reopen();
            LockSupport.parkNanos(REOPENING.toNanos());
        }
        long began = System.nanoTime();
        bring(taken);
        Files.delete(taken);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void bring(Path taken) throws IOException {
        var bySubscription = new HashMap<Long, StringBuilder>();
        int held = 0;
        // nginx writes what is no plain letter as a number, so every byte is one.
        try (BufferedReader lines = Files.newBufferedReader(taken, StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var end = line.indexOf(' ');
                if (end < 1) continue;
                bySubscription
                        .computeIfAbsent(Long.parseLong(line, 0, end, 10), _ -> new StringBuilder())
                        .append(line, end + 1, line.length())
                        .append('\n');
                held += line.length();
                if (held < MOST) continue;
                bring(bySubscription);
                bySubscription.clear();
                held = 0;
            }
        }
        bring(bySubscription);
    }

    private void bring(Map<Long, StringBuilder> bySubscription) {
        for (var owner : database.owners(bySubscription.keySet())) {
            var text = bySubscription.get(owner.subscription());
            if (text == null) continue;
            try {
                homes.append(owner, text.toString());
            } catch (IOException | RuntimeException e) {
                // His folder is his own to break, and a full one his own to empty.
                LOG.debug("No log of visits for subscription {}: {}", owner.subscription(), e.getMessage());
            }
        }
    }
}
