package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.operation.Inputs;
import org.wirt.operation.Needed;
import org.wirt.value.InvalidValue;
import org.wirt.value.RecordName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What a record of a domain is to say, as the form has it.
///
/// @param value    in the one spelling of its type
/// @param priority the smaller is tried first; of those types alone that have one
/// @param ttl      for how long others may remember it
record DnsEntry(RecordName name, DnsType type, @Needed String value, Optional<Priority> priority, Optional<Ttl> ttl) {

    private static final int HOUR = 3600;
    private static final int USUAL_PRIORITY = 10;

    record Priority(int number) {

        private static final int LARGEST = 65_535;

        Priority {
            if (number < 0 || number > LARGEST) throw new InvalidValue("dns-priority-range", LARGEST);
        }
    }

    /// @param seconds from a minute to a week
    record Ttl(int seconds) {

        static final int SHORTEST = 60;
        static final int LONGEST = 604_800;

        Ttl {
            if (seconds < SHORTEST || seconds > LONGEST) throw new InvalidValue("dns-ttl-range", SHORTEST, LONGEST);
        }
    }

    DnsEntry {
        try {
            value = type.value(value);
        } catch (InvalidValue e) {
            throw new Refused(e.in("value"));
        }
    }

    int priorityNumber() {
        return type.hasPriority() ? priority.map(Priority::number).orElse(USUAL_PRIORITY) : 0;
    }

    int seconds() {
        return ttl.map(Ttl::seconds).orElse(HOUR);
    }

    DnsEntry within(String host) {
        return new DnsEntry(name.within(host), type, value, priority, ttl);
    }

    /// What the value is told while another field cannot be read.
    static Optional<Refusal> wrongValue(Map<String, List<String>> parameters) {
        return Inputs.field(DnsType.class, "type", parameters).flatMap(type -> {
            try {
                type.value(Inputs.text("value", parameters));
                return Optional.empty();
            } catch (InvalidValue e) {
                return Optional.of(e.in("value"));
            }
        });
    }

    /// As it stands in a zone's file (RFC 1035 5.1), for the audit.
    String line() {
        return line(name.text(), seconds(), type, priorityNumber(), value);
    }

    static String line(String name, int seconds, DnsType type, int priority, String value) {
        return (name.isEmpty() ? "@" : name) + " " + seconds + " " + type + " "
                + (type.hasPriority() ? priority + " " : "") + value;
    }
}
