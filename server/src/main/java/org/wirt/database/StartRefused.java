package org.wirt.database;

/// The panel cannot start, for a reason the person at the console can mend. Shown as one line, without a stack trace.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Exit status: something about the settings or the machine.
    public static final int UNUSABLE = 1;

    /// Exit status: another Wirt already uses this data home.
    public static final int HOME_IN_USE = 3;

    private final int status;

    public StartRefused(String reason) {
        this(reason, UNUSABLE);
    }

    public StartRefused(String reason, int status) {
        super(reason);
        this.status = status;
    }

    /// The exit status of the process.
    public int status() {
        return status;
    }
}
