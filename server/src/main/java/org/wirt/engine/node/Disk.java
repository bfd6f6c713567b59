package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room is left.
final class Disk {

    static final String NEARLY_FULL = "less than a twentieth of its disk is free";
    private static final int PARTS = 20;

    private Disk() {}

    /// @param folder on that disk
    static boolean isNearlyFull(Path folder) throws IOException {
        var disk = Files.getFileStore(folder);
        return disk.getUsableSpace() < disk.getTotalSpace() / PARTS;
    }
}
