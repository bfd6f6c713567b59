package org.wirt.cli;

/// A bar that is written over while somebody looks on; for a file it writes nothing. Two threads know it: whoever looks
/// on, and the one that ends the process when he stops looking.
final class Progress {

    private static final int LONGEST = 40;
    private static final String GONE = "\r\u001b[K";

    private final Session session;
    private boolean begun;
    private boolean left;

    Progress(Session session) {
        this.session = session;
    }

    /// @return whether somebody looks on still
    synchronized boolean show(Json job) {
        if (left || !session.around().isWatched()) return !left;
        long total = job.at("total").number();
        var counts = job.at("counts");
        long over = counts.names().stream()
                .filter(name -> !name.equals("pending"))
                .mapToLong(name -> counts.at(name).number())
                .sum();
        session.around().err().print("\r" + bar(Math.min(over, total), total));
        session.around().err().flush();
        begun = true;
        return true;
    }

    static String bar(long over, long total) {
        int full = total == 0 ? 0 : (int) (LONGEST * over / total);
        return "[" + "#".repeat(full) + "-".repeat(LONGEST - full) + "] " + over + "/" + total;
    }

    synchronized void end() {
        if (begun) session.around().err().println();
        begun = false;
    }

    /// Nobody looks on any more: the bar is taken away, with what the terminal wrote of the key into it.
    synchronized void leave(String sentence) {
        left = true;
        if (begun) session.around().err().print(GONE);
        session.remark(sentence);
    }
}
