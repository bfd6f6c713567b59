package org.wirt.hosting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirt.operation.Operand;

/// A node as the administrator sees it.
///
/// @param heard         when its agent was last heard of
/// @param accepts       whether new subscriptions are placed on it
/// @param room          bytes that are free for homes, as far as it has told
/// @param subscriptions how many are placed on it
/// @param looked        when its answers were last compared with what they should be
/// @param clockAhead    seconds by which its clock is ahead of the panel's
/// @param fullDisks     folders whose disks are nearly full
/// @param crowded       services of which nearly all connections are taken
/// @param heldOff       addresses that open connections too fast
/// @param otherRelease  whether it was set up by another release than the panel's, as far as nodes are concerned
public record HostingNode(
        long id,
        String name,
        String address,
        Optional<Instant> heard,
        boolean accepts,
        Optional<Long> room,
        long subscriptions,
        Optional<Instant> looked,
        int clockAhead,
        List<String> fullDisks,
        List<Service> crowded,
        List<String> heldOff,
        boolean otherRelease)
        implements Operand {

    /// From here on a clock is called wrong: what a term of a subscription is off by is seen by nobody below it.
    public static final int WRONG_CLOCK_SECONDS = 5;

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
