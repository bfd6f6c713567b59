package org.wirt.dialect;

import java.util.Set;
import org.wirt.value.Refusal;

/// The numbers that clients branch on, and which of them a refusal is. The one place where both are compared.
public final class ErrorNumbers {

    public static final int WRONG_LOGIN = 1001;
    public static final int VERSION = 1005;
    public static final int NOT_PERMITTED = 1006;
    public static final int EXISTS = 1007;
    public static final int DISABLED = 1011;
    public static final int LOCKED = 1012;
    public static final int MISSING = 1013;
    public static final int MALFORMED = 1014;
    public static final int NO_OWNER = 1015;
    public static final int NOT_SUPPORTED = 1017;
    public static final int NO_ADDRESS = 1018;
    public static final int INVALID = 1019;
    public static final int FAILED = 1023;
    public static final int LIMIT = 1024;
    public static final int WRONG_STATUS = 1025;
    public static final int WRONG_KEY = 11003;

    private static final Set<String> TAKEN = Set.of(
            "username-taken",
            "external-id-taken",
            "domain-taken",
            "subdomain-taken",
            "host-taken",
            "system-user-taken",
            "login-taken",
            "ftp-login-taken",
            "mailbox-taken",
            "forward-taken",
            "dns-there",
            "plan.name-taken");

    /// Only somebody above the caller can take that back.
    private static final Set<String> OF_OTHERS = Set.of("suspended-by-administrator", "security-hold");

    private ErrorNumbers() {}

    static int of(Refusal refusal) {
        if (TAKEN.contains(refusal.code())) return EXISTS;
        if (OF_OTHERS.contains(refusal.code())) return NOT_PERMITTED;
        return switch (refusal.kind()) {
            case NOT_FOUND -> MISSING;
            case NOT_PERMITTED -> NOT_PERMITTED;
            case INVALID -> INVALID;
            case LIMIT -> LIMIT;
            case STATE -> FAILED;
        };
    }
}
