package org.wirt.hook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirt.value.Network;

/// Which addresses are everybody's. Source: the registries of special addresses (RFC 6890 and IANA's lists of it).
final class PublicAddress {

    /// Everything else is public.
    private static final List<Network> SPECIAL_FOUR = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /// Nothing else is.
    private static final Network GLOBAL_SIX = new Network("2000::/3");

    /// Protocols with Teredo and ORCHID, documentation, AS112.
    private static final List<Network> SPECIAL_SIX =
            networks("2001::/23", "2001:db8::/32", "3fff::/20", "2620:4f:8000::/48");

    private static final Network SIX_TO_FOUR = new Network("2002::/16");
    private static final Network TRANSLATED = new Network("64:ff9b::/96");
    private static final int LENGTH_OF_FOUR = 4;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var within = embedded(address);
        if (within.isPresent()) return is(within.get());
        if (!(address instanceof Inet6Address))
            return lies(address, SPECIAL_FOUR).isEmpty();
        return GLOBAL_SIX.contains(address) && lies(address, SPECIAL_SIX).isEmpty();
    }

    private static Optional<Network> lies(InetAddress address, List<Network> networks) {
        return networks.stream().filter(n -> n.contains(address)).findFirst();
    }

    /// The IPv4 address that is reached through an IPv6 one: by 6to4 (RFC 3056) or by a translator (RFC 6052).
    static Optional<InetAddress> embedded(InetAddress address) {
        if (SIX_TO_FOUR.contains(address)) return Optional.of(four(address, 2));
        if (TRANSLATED.contains(address)) return Optional.of(four(address, 12));
        return Optional.empty();
    }

    private static InetAddress four(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + LENGTH_OF_FOUR));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Network> networks(String... all) {
        return Stream.of(all).map(Network::new).toList();
    }
}
