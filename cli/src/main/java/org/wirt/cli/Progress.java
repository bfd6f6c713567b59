package org.wirt.cli;

/// A bar that is written over while somebody looks on; for a file it writes nothing.
final class Progress {

    private static final int LONGEST = 40;

    private final Session session;
    private boolean begun;

    Progress(Session session) {
        this.session = session;
    }

    void show(Json job) {
        if (!session.around().isWatched()) return;
        long total = job.at("total").number();
        var counts = job.at("counts");
        long over = counts.names().stream()
                .filter(name -> !name.equals("pending"))
                .mapToLong(name -> counts.at(name).number())
                .sum();
        session.around().err().print("\r" + bar(Math.min(over, total), total));
        session.around().err().flush();
        begun = true;
    }

    static String bar(long over, long total) {
        int full = total == 0 ? 0 : (int) (LONGEST * over / total);
        return "[" + "#".repeat(full) + "-".repeat(LONGEST - full) + "] " + over + "/" + total;
    }

    void end() {
        if (begun) session.around().err().println();
    }
}
