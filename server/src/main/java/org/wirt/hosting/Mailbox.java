package org.wirt.hosting;

import java.util.Map;
import java.util.Optional;
import org.wirt.value.DomainName;

/// A mailbox of a domain.
///
/// @param host the domain as servers write it
/// @param quota bytes; -1 is unlimited
/// @param off   switched off: servers know nobody of its name
/// @param answer what it answers by itself, also where it is switched off or its last day has passed
public record Mailbox(
        long id,
        Space space,
        long siteId,
        String host,
        String local,
        long quota,
        boolean off,
        Optional<AutomaticAnswer> answer)
        implements InSpace {

    /// What the form of its size is filled with.
    public Map<String, String> saved() {
        return Map.of("quota", MailboxQuota.written(quota));
    }

    /// What the form of its automatic answer is filled with.
    public Map<String, String> savedAnswer() {
        return answer.map(AutomaticAnswer::saved).orElse(Map.of());
    }

    /// The address.
    @Override
    public String name() {
        return name(local, host);
    }

    /// The address as servers exchange it.
    String address() {
        return local + "@" + host;
    }

    static String name(String local, String host) {
        return local + "@" + new DomainName(host).display();
    }
}
