package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.hosting.HostingNode;
import org.wirt.hosting.Service;

/// Tells the panel how this machine is, twice a minute, and writes down what is wrong with it: a disk that fills up,
/// doors that are crowded or rushed, a clock that differs, a standstill of what comes from the panel.
final class MachineState {

    private static final Logger LOG = LoggerFactory.getLogger(MachineState.class);
    private static final Duration BETWEEN = Duration.ofSeconds(25);
    /// Addresses that are named of those that are held off.
    private static final int MOST_HELD = 10;

    private final NodeSettings node;
    private final AgentDatabase database;
    private final PanelLink panel;
    private final Brake brake;
    private long told = System.nanoTime() - BETWEEN.toNanos();
    private List<Path> full = List.of();
    private List<Service> crowded = List.of();
    private List<String> held = List.of();
    private boolean unbraked;
    private boolean wrong;
    private boolean late;

    MachineState(NodeSettings node, AgentDatabase database, PanelLink panel) {
        this.node = node;
        this.database = database;
        this.panel = panel;
        this.brake = Brake.of(node);
    }

    /// Not more often, however often it is called: the panel answers each word with a change for this node.
    void tell() {
        if (System.nanoTime() - told < BETWEEN.toNanos()) return;
        try {
            look();
            var room = Files.getFileStore(node.hosting()).getUsableSpace();
            heard(panel.tellState(room, full, crowded, held, database.mark()));
            told = System.nanoTime();
        } catch (SQLException | IOException e) {
            LOG.debug("How this machine is is told later: {}", e.getMessage());
        }
    }

    private void look() throws IOException {
        var now = Disk.nearlyFull(node);
        if (!now.isEmpty() && !now.equals(full)) LOG.warn("{}: {}", now, Disk.NEARLY_FULL);
        full = now;
        var taken = Crowd.nearlyFull(node.servers().stream()
                .flatMap(server -> server.crowds().stream())
                .toList());
        if (!taken.isEmpty() && !taken.equals(crowded)) LOG.warn("{}: {}", taken, Crowd.NEARLY_FULL);
        crowded = taken;
        var rushing = heldOff();
        if (held.isEmpty() && !rushing.isEmpty()) LOG.warn("{}: {}", rushing, Brake.HELD_OFF);
        held = rushing;
    }

    /// A kernel that cannot is no reason to be silent about the rest.
    private List<String> heldOff() {
        try {
            var all = brake.heldOff();
            unbraked = false;
            return all.subList(0, Math.min(MOST_HELD, all.size()));
        } catch (IOException e) {
            if (!unbraked) LOG.warn("Who opens connections too fast is not held off: {}", e.getMessage());
            unbraked = true;
            return List.of();
        }
    }

    private void heard(PanelLink.State state) {
        boolean differs = Math.abs(state.ahead()) >= HostingNode.WRONG_CLOCK_SECONDS;
        if (differs && !wrong)
            LOG.warn(
                    "The clock differs from the panel's by {} s: what ends at a time ends here at another",
                    state.ahead());
        wrong = differs;
        if (state.late() && !late)
            LOG.warn("The panel is reached, but what changes there does not arrive: ./wirt node status; where this "
                    + "node is of an older release, ./wirt node install");
        late = state.late();
    }
}
