package org.wirt.engine.node;

import org.junit.jupiter.api.BeforeAll;

/// Tests of a node that runs. On a fresh machine Debian's servers are fetched first: that takes as long as it takes,
/// and
/// is not counted as time of a test.
interface OnNode {

    @BeforeAll
    static void aNodeRuns() {
        RunningNode.start();
    }
}
