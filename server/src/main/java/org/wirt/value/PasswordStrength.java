package org.wirt.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The five levels of a password, weakest first. One level is required of every new password of the panel, of
/// system users, databases and mailboxes; raising it leaves the existing ones alone. A phrase of 20 characters
/// and more meets any level.
public enum PasswordStrength {
    VERY_WEAK(8, 1),
    WEAK(8, 2),
    MEDIUM(10, 3),
    STRONG(12, 3),
    VERY_STRONG(16, 4);

    /// What is required unless the administrator says otherwise.
    public static final PasswordStrength USUAL = STRONG;

    private static final String FIELD = "password";
    private static final int PHRASE = 20;
    private static final int DIALECT_SHORTEST = 5;
    private static final int DIALECT_LONGEST = 255;

    private final int length;
    private final int classes;

    PasswordStrength(int length, int classes) {
        this.length = length;
        this.classes = classes;
    }

    /// The highest level a password meets; empty: not even the lowest.
    public static Optional<PasswordStrength> of(String password) {
        return Arrays.stream(values())
                .filter(level -> level.check(password).isEmpty())
                .reduce((_, higher) -> higher);
    }

    /// Why a new password of that login is refused at this level. Empty: it is not.
    public Optional<Refusal> check(String password, Username username) {
        return Manner.isHouse() && contains(password, username)
                ? Optional.of(Refusal.invalid(FIELD, "password-has-username"))
                : check(password);
    }

    /// The same where there is no username, as for a database.
    public Optional<Refusal> check(String password) {
        int typed = password.codePointCount(0, password.length());
        if (!Manner.isHouse()) return lengthOnly(typed);
        if (typed >= PHRASE && password.codePoints().distinct().count() > 4) return Optional.empty();
        if (typed < length) return Optional.of(Refusal.invalid(FIELD, "password-too-short", length, typed));
        if (classesOf(password) < classes) return Optional.of(Refusal.invalid(FIELD, "password-classes", classes));
        if (compareTo(STRONG) >= 0 && FrequentPasswords.contain(password)) {
            return Optional.of(Refusal.invalid(FIELD, "password-leaked"));
        }
        return Optional.empty();
    }

    /// What dialects take.
    private static Optional<Refusal> lengthOnly(int typed) {
        if (typed < DIALECT_SHORTEST)
            return Optional.of(Refusal.invalid(FIELD, "password-too-short", DIALECT_SHORTEST, typed));
        if (typed > DIALECT_LONGEST) return Optional.of(Refusal.invalid(FIELD, "too-long", DIALECT_LONGEST, typed));
        return Optional.empty();
    }

    /// FTP, mail and system passwords are kept as bcrypt, which reads 72 bytes and ignores the rest; and a line of FTP
    /// (RFC 959, 5.3.2) ends at a line break, and often loses blanks at its end. Empty: it fits.
    public static Optional<Refusal> checkForServices(String password) {
        if (!password.strip().equals(password) || password.chars().anyMatch(Character::isISOControl))
            return Optional.of(Refusal.invalid(FIELD, "password-unsendable"));
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 72 ? Optional.of(Refusal.invalid(FIELD, "password-too-long", 72, bytes)) : Optional.empty();
    }

    /// A username of one or two letters is in too many words to mean anything.
    private static boolean contains(String password, Username username) {
        return username.key().length() > 2 && password.toLowerCase(Locale.ROOT).contains(username.key());
    }

    /// Of the four: lower case, upper case, digits, everything else.
    private static long classesOf(String password) {
        return password.codePoints()
                .map(c -> Character.isLowerCase(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isDigit(c) ? 2 : 3)
                .distinct()
                .count();
    }
}
