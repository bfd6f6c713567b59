package org.wirt.engine;

import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.hosting.NodeViews;

/// One look at everybody who is connected: whoever is not live any more is ended and recorded. Works from state,
/// never from an event, so that it can be repeated at any time.
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final List<OpenSessions> products;
    private final NodeViews views;
    private final SessionEnds ends;

    Sweep(List<OpenSessions> products, NodeViews views, SessionEnds ends) {
        this.products = List.copyOf(products);
        this.views = views;
        this.ends = ends;
    }

    void run() {
        products.forEach(this::sweep);
    }

    private void sweep(OpenSessions product) {
        var open = product.open();
        if (open.isEmpty()) return;
        var outdated = new HashSet<>(views.outdated(
                product.service(), open.stream().map(OpenSession::ticket).toList()));
        if (outdated.isEmpty()) return;
        var ended = open.stream()
                .filter(session -> outdated.contains(session.ticket()))
                .toList();
        // Recorded first: whoever writes the receipt finds a session open or counted, never neither.
        try {
            ends.record(product.service(), ended);
        } finally {
            ended.forEach(OpenSession::end);
            LOG.info("{}: {} open sessions ended", product.service(), ended.size());
        }
    }
}
