package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wirt.value.RecordName;
import org.wirt.value.Refusal;

/// What somebody has written into the DNS of a domain, and what may be added to it. Pure.
///
/// @param host the domain as servers write it
record Zone(String host, List<Own> own) {

    /// More than anybody writes by hand.
    static final int MOST = 500;

    private static final int LONGEST_NAME = 253;

    /// @param name relative to the domain
    record Own(long id, String name, DnsType type, String value) {}

    /// @param but the record that is changed
    List<Refusal> against(DnsEntry typed, Optional<Long> but) {
        var entry = typed.within(host);
        var others =
                own.stream().filter(one -> !but.equals(Optional.of(one.id))).toList();
        return Stream.of(
                        name(entry.name(), entry.type()),
                        company(entry, others),
                        priority(entry),
                        others.size() < MOST ? Optional.<Refusal>empty() : Optional.of(Refusal.limit("dns-full", MOST)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What can be said of name and type alone.
    Optional<Refusal> name(RecordName typed, DnsType type) {
        var name = typed.within(host);
        int length = name.in(host).length();
        if (length > LONGEST_NAME) return Optional.of(Refusal.invalid("name", "too-long", LONGEST_NAME, length));
        boolean ofNames = type == DnsType.CNAME || type == DnsType.NS;
        if (name.isDomainItself() && ofNames)
            return Optional.of(Refusal.invalid("name", "dns-domain-itself", type.name()));
        if (name.isForAll() && type == DnsType.NS) return Optional.of(Refusal.invalid("name", "dns-star-elsewhere"));
        return Optional.empty();
    }

    /// Beside a CNAME nothing may stand (RFC 1034 3.6.2); what stands beside NS would never be answered.
    private static Optional<Refusal> company(DnsEntry entry, List<Own> others) {
        var there = others.stream()
                .filter(one -> one.name.equals(entry.name().text()))
                .toList();
        Predicate<Own> same = one -> one.type == entry.type();
        if (there.stream().filter(same).anyMatch(one -> one.value.equals(entry.value())))
            return Optional.of(Refusal.invalid("value", "dns-there"));
        if ((entry.type() == DnsType.CNAME && !there.isEmpty()) || has(there, DnsType.CNAME))
            return Optional.of(Refusal.invalid("name", "dns-alone", DnsType.CNAME.name()));
        // But for the keys of the other server (RFC 4034 5), which this one answers for.
        if (entry.type() == DnsType.DS) return Optional.empty();
        boolean mixed = !there.stream().allMatch(same.or(one -> one.type == DnsType.DS));
        if (mixed && (entry.type() == DnsType.NS || has(there, DnsType.NS)))
            return Optional.of(Refusal.invalid("name", "dns-alone", DnsType.NS.name()));
        return Optional.empty();
    }

    private static boolean has(List<Own> there, DnsType type) {
        return there.stream().anyMatch(one -> one.type == type);
    }

    private static Optional<Refusal> priority(DnsEntry entry) {
        return entry.priority().isPresent() && !entry.type().hasPriority()
                ? Optional.of(Refusal.invalid(
                        "priority", "dns-no-priority", entry.type().name()))
                : Optional.empty();
    }
}
