package org.wirt.hosting;

import java.time.Instant;
import java.util.Optional;
import org.wirt.operation.Operand;

/// A node as the administrator sees it.
///
/// @param heard         when its agent was last heard of
/// @param accepts       whether new subscriptions are placed on it
/// @param room          bytes that are free for homes, as far as it has told
/// @param subscriptions how many are placed on it
/// @param looked        when its answers were last compared with what they should be
public record HostingNode(
        long id,
        String name,
        String address,
        Optional<Instant> heard,
        boolean accepts,
        Optional<Long> room,
        long subscriptions,
        Optional<Instant> looked)
        implements Operand {

    private static final long ADMINISTRATOR = 1;

    @Override
    public long accountId() {
        return ADMINISTRATOR;
    }

    @Override
    public long resellerId() {
        return ADMINISTRATOR;
    }
}
