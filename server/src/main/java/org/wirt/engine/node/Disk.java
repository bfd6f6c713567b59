package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How much room is left.
final class Disk {

    static final String NEARLY_FULL = "less than a twentieth of its disk is free";
    private static final int PARTS = 20;

    private Disk() {}

    /// The node's folders whose disks have little room left.
    static List<Path> nearlyFull(NodeSettings node) throws IOException {
        var full = new ArrayList<Path>();
        for (var folder : List.of(node.home(), node.hosting()))
            if (Files.exists(folder) && isNearlyFull(folder)) full.add(folder);
        return full;
    }

    /// @param folder on that disk
    static boolean isNearlyFull(Path folder) throws IOException {
        var disk = Files.getFileStore(folder);
        return disk.getUsableSpace() < disk.getTotalSpace() / PARTS;
    }
}
