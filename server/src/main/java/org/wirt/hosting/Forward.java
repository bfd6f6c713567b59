package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import org.wirt.value.DomainName;

/// Mail to an address of a domain that goes on to others.
///
/// @param host the domain as servers write it
/// @param targets addresses as servers write them
/// @param keep a mailbox of the same name gets it too
/// @param alias it was made as another name of its one target
/// @param mailOff mail of the domain is served elsewhere
public record Forward(
        long id,
        Space space,
        long siteId,
        String host,
        String local,
        List<String> targets,
        boolean keep,
        boolean alias,
        boolean mailOff)
        implements InSpace {

    /// What stands before the @ where it takes the mail for all names of the domain that nobody has.
    public static final String NOBODYS = "*";

    public Forward {
        targets = List.copyOf(targets);
    }

    /// What a form about it is filled with.
    public Map<String, String> saved() {
        return Map.of("targets", String.join("\n", targets), "keep", String.valueOf(keep));
    }

    /// The address.
    @Override
    public String name() {
        return local + "@" + new DomainName(host).display();
    }

    /// Whether it takes the mail for all names of the domain that nobody has.
    public boolean isNobodys() {
        return local.equals(NOBODYS);
    }

    /// The address as servers exchange it.
    String address() {
        return local + "@" + host;
    }
}
