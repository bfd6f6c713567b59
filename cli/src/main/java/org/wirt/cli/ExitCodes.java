package org.wirt.cli;

/// What a script reads from the end of a command, by the kind of a refusal; the numbers are those of `sysexits.h` where
/// they fit. Told to people in docs/howto/command-line.md.
final class ExitCodes {

    static final int DONE = 0;
    static final int SOME_REFUSED = 1;
    static final int USAGE = 64;
    static final int INVALID = 65;
    static final int NOT_FOUND = 66;
    static final int UNREACHABLE = 69;
    static final int FAULT = 70;
    static final int CANNOT_READ = 74;
    static final int NOT_NOW = 75;
    static final int NOT_PERMITTED = 77;

    /// As shells have it for whoever presses Ctrl-C: 128 and the number of the signal.
    static final int LEFT = 130;

    private ExitCodes() {}

    /// @param status of HTTP, of an answer that is a refusal
    static int of(int status) {
        return switch (status) {
            case 400, 412, 422 -> INVALID;
            case 401, 403 -> NOT_PERMITTED;
            case 404 -> NOT_FOUND;
            case 409, 429 -> NOT_NOW;
            case 502, 503, 504 -> UNREACHABLE;
            default -> FAULT;
        };
    }
}
