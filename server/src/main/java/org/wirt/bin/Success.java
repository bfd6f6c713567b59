package org.wirt.bin;

/// How a command says that it was done; scripts look for the beginnings.
final class Success {

    private Success() {}

    static Output made(String kind, String name) {
        return said("Creation", kind, name);
    }

    static Output changed(String kind, String name) {
        return said("Update", kind, name);
    }

    static Output removed(String kind, String name) {
        return said("Removal", kind, name);
    }

    private static Output said(String what, String kind, String name) {
        return Output.done("SUCCESS: " + what + " of " + kind + " '" + name + "' completed.");
    }
}
