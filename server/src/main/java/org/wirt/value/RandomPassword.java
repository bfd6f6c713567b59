package org.wirt.value;

/// A password that a program has chosen. It meets every [PasswordStrength].
public final class RandomPassword {

    private static final String SIGNS = "-_.!+";

    private RandomPassword() {}

    public static String make() {
        return Letters.GREAT.some(1)
                + Letters.ALL.some(14)
                + new Letters(SIGNS).some(1)
                + Letters.DIGITS.some(1)
                + Letters.SMALL.some(1);
    }
}
