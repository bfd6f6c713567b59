package org.wirt.web.ui;

/// A job while it runs.
/// @param remainingSeconds -1 while unknown
public record ProgressView(
        String jobId,
        String heading,
        long done,
        long total,
        long refused,
        long failed,
        double perSecond,
        long remainingSeconds) {

    public int percent() {
        return total == 0 ? 0 : (int) (done * 100 / total);
    }
}
