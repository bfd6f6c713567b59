package org.wirt.hosting;

import java.util.Locale;
import java.util.Optional;
import org.wirt.operation.Meaning;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Sizes;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.WrittenNumber;

/// How large a mailbox may grow.
///
/// @param quota in MB where somebody typed it, in bytes where a program says it; blank: as much as a mailbox of its
///     subscription may have
/// @param numbers the language in which it was typed; none: a program says it, to whom -1 is unlimited
record MailboxQuota(@Meaning("size") String quota, Locale numbers) {

    private static final String TOTAL = "total_mboxes_quota";
    private static final long MEGABYTE = 1L << 20;

    MailboxQuota {
        if (!quota.isBlank()) bytes(quota, numbers);
    }

    private static long bytes(String typed, Locale numbers) {
        try {
            if (numbers.equals(Locale.ROOT)) return said(typed);
            long megabytes = WrittenNumber.readWhole(typed, numbers);
            if (megabytes < 1) throw new InvalidValue("number-positive");
            if (megabytes > Long.MAX_VALUE / MEGABYTE) throw new InvalidValue("number-too-large");
            return megabytes * MEGABYTE;
        } catch (InvalidValue e) {
            throw new Refused(e.in("quota"));
        }
    }

    private static long said(String typed) {
        if (typed.strip().equals(Long.toString(Limits.UNLIMITED))) return Limits.UNLIMITED;
        long bytes = Sizes.bytes(typed, Locale.ROOT);
        if (bytes < 1) throw new InvalidValue("number-positive");
        // The form of the pages says megabytes: what it could not show it would change by being sent.
        if (bytes % MEGABYTE != 0) throw new InvalidValue("quota-megabytes");
        return bytes;
    }

    /// As it is typed; blank where it is unlimited.
    static String written(long bytes) {
        return bytes > 0 ? Long.toString(Math.ceilDiv(bytes, MEGABYTE)) : "";
    }

    /// Bytes in this subscription; -1 is unlimited.
    long in(Space space) {
        return quota.isBlank() ? space.limits().get(Catalogue.MAILBOX_SIZE) : bytes(quota, numbers);
    }

    /// No mailbox may be larger than the contract says, whatever the overuse policy.
    Optional<Refusal> tooLarge(Space space) {
        var each = Catalogue.limit(Catalogue.MAILBOX_SIZE);
        long bytes = in(space);
        boolean unlimited = bytes == Limits.UNLIMITED;
        return space.limits().isUnlimited(each)
                        || (!unlimited && bytes <= space.limits().of(each))
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "quota", "mailbox-too-large", space.limits().amount(each)));
    }

    /// And all together neither.
    ///
    /// @param others bytes that the other mailboxes of the subscription may grow to
    Optional<Refusal> tooMuch(Space space, long others) {
        var all = Catalogue.limit(TOTAL);
        long granted = space.limits().of(all);
        if (granted == Limits.UNLIMITED) return Optional.empty();
        long bytes = in(space);
        if (bytes != Limits.UNLIMITED && Limits.sum(others, bytes) <= granted) return Optional.empty();
        return Optional.of(Refusal.limit("limit-reached", all, new Amount(all, others), new Amount(all, granted)));
    }
}
