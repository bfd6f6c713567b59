package org.wirt.restv2;

import java.io.Serial;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// What a body names is not there, while that is which the address names: no 404.
final class Misnamed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failed failed;

    private Misnamed(Failed failed) {
        super(failed.text(), failed, false, false);
        this.failed = failed;
    }

    /// Of other mistakes: themselves.
    static RuntimeException of(Failed failed) {
        return failed.number() == ErrorNumbers.MISSING ? new Misnamed(failed) : failed;
    }

    Failed failed() {
        return failed;
    }
}
