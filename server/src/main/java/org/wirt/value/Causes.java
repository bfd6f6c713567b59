package org.wirt.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All causes for which something is not active, as the sum of their codes; 0 is active.
public record Causes(int bits) {

    public static final Causes NONE = new Causes(0);

    /// The causes that end every service of an account or subscription: the mask of the node views (V0011). A removed
    /// one is not in them at all, a site's web service is its own matter, and what lies above is looked up there.
    public static final int DARK = Cause.MAINTENANCE.code()
            | Cause.ADMIN.code()
            | Cause.RESELLER.code()
            | Cause.CUSTOMER.code()
            | Cause.EXPIRED.code()
            | Cause.OVERUSE.code()
            | Cause.SECURITY.code();

    private static final int KNOWN =
            Arrays.stream(Cause.values()).mapToInt(Cause::code).sum();

    public Causes {
        if ((bits & ~KNOWN) != 0) throw new InvalidValue("status-code-unknown", String.valueOf(bits));
    }

    public static Causes of(Cause... causes) {
        return new Causes(Arrays.stream(causes).mapToInt(Cause::code).reduce(0, (a, b) -> a | b));
    }

    public boolean isActive() {
        return bits == 0;
    }

    public boolean isDark() {
        return (bits & DARK) != 0;
    }

    public boolean has(Cause cause) {
        return (bits & cause.code()) != 0;
    }

    public Causes with(Cause cause) {
        return new Causes(bits | cause.code());
    }

    public Causes without(Cause cause) {
        return new Causes(bits & ~cause.code());
    }

    public Causes and(Causes others) {
        return new Causes(bits | others.bits);
    }

    /// Worst first.
    public List<Cause> list() {
        if (isActive()) return List.of();
        return Arrays.stream(Cause.values()).filter(this::has).toList();
    }

    /// All of them, one after the other.
    public Spoken words() {
        return (_, words) -> list().stream().map(c -> words.apply(c.key())).collect(Collectors.joining(", "));
    }

    /// The one the status shows; empty is active.
    public Optional<Cause> worst() {
        return list().stream().findFirst();
    }
}
