package org.wirt.bin;

/// What a utility has printed.
///
/// @param code   0: done; 1: not done; 2: there is no such object
/// @param stdout lines
/// @param stderr lines
public record Output(int code, String stdout, String stderr) {

    static Output done(String line) {
        return new Output(0, line + "\n", "");
    }

    static Output printed(String text) {
        return new Output(0, text, "");
    }

    static Output failed(int code, String line) {
        return new Output(code, "", line + "\n");
    }
}
