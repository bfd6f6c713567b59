package org.wirt.xml;

import java.util.Set;
import org.wirt.value.Refusal;

/// The numbers that clients branch on, and which of them a refusal is. The one place where both are compared.
final class ErrorNumbers {

    static final int WRONG_LOGIN = 1001;
    static final int VERSION = 1005;
    static final int NOT_PERMITTED = 1006;
    static final int EXISTS = 1007;
    static final int DISABLED = 1011;
    static final int LOCKED = 1012;
    static final int MISSING = 1013;
    static final int MALFORMED = 1014;
    static final int NO_OWNER = 1015;
    static final int NOT_SUPPORTED = 1017;
    static final int NO_ADDRESS = 1018;
    static final int INVALID = 1019;
    static final int FAILED = 1023;
    static final int LIMIT = 1024;
    static final int WRONG_STATUS = 1025;
    static final int WRONG_KEY = 11003;

    private static final Set<String> TAKEN = Set.of(
            "username-taken",
            "external-id-taken",
            "domain-taken",
            "system-user-taken",
            "login-taken",
            "ftp-login-taken",
            "mailbox-taken",
            "forward-taken",
            "plan.name-taken");

    private ErrorNumbers() {}

    static int of(Refusal refusal) {
        if (TAKEN.contains(refusal.code())) return EXISTS;
        return switch (refusal.kind()) {
            case NOT_FOUND -> MISSING;
            case NOT_PERMITTED -> NOT_PERMITTED;
            case INVALID -> INVALID;
            case LIMIT -> LIMIT;
            case STATE -> FAILED;
        };
    }
}
