package org.wirt.cli;

import java.io.Serial;

/// A command that ends here, with a sentence for whoever gave it and a number for scripts.
final class Failure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int code;

    Failure(int code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
