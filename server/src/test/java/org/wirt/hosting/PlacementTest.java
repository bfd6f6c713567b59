package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which node a new subscription goes to.
class PlacementTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final ServicePorts PORTS = new ServicePorts(80, 21, 2022, 25, 587, 143);

    private static ServingNode node(long id, boolean accepts, int silentFor, Long room) {
        return new ServingNode(
                id,
                "node " + id,
                Path.of("/srv/wirt"),
                "192.0.2." + id,
                PORTS,
                NOW.minusSeconds(silentFor),
                accepts,
                Optional.ofNullable(room));
    }

    private static Optional<Long> chosen(ServingNode... nodes) {
        return Placement.of(List.of(nodes), NOW).map(ServingNode::id);
    }

    @Test
    void withoutAnyThePanelServesItself() {
        assertThat(chosen()).isEmpty();
    }

    @Test
    void itGoesWhereMostRoomIs() {
        assertThat(chosen(node(1, true, 5, 10L), node(2, true, 5, 30L), node(3, true, 5, 20L)))
                .contains(2L);
        assertThat(chosen(node(2, true, 5, 10L), node(1, true, 5, 10L)))
                .as("the first of equals")
                .contains(1L);
        assertThat(chosen(node(1, true, 5, null), node(2, true, 5, 1L)))
                .as("one that has told nothing")
                .contains(2L);
    }

    @Test
    void oneThatIsBeingEmptiedOrNotHeardOfIsPassedBy() {
        assertThat(chosen(node(1, true, 5, 10L), node(2, false, 5, 30L))).contains(1L);
        assertThat(chosen(node(1, true, 5, 10L), node(2, true, 500, 30L))).contains(1L);
    }

    @Test
    void aContractIsMadeAllTheSameWhenAllAre() {
        assertThat(chosen(node(1, false, 5, 10L), node(2, true, 500, 5L))).contains(2L);
        assertThat(chosen(node(1, false, 5, 10L), node(2, false, 500, 30L))).contains(2L);
    }
}
