package org.wirt.cli;

/// Says that the command line comes with a later release; `./wirt <word>` ends here for every word it does not know.
public final class Main {

    private static final int UNAVAILABLE = 69;

    private Main() {}

    public static void main(String[] args) {
        System.err.println(
                "The command line comes with a later release of Wirt; see ./wirt help for what works today.");
        System.exit(UNAVAILABLE);
    }
}
