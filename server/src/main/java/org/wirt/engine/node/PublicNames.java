package org.wirt.engine.node;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.stream.Stream;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.IpAddress;

/// What the DNS says of a node: the address of all its domains, and by which name its DNS server is found.
///
/// @param address IPv4 or IPv6 (`WIRT_NODE_ADDRESS`); the machine's own unless it is set
/// @param server  (`WIRT_NODE_NAME_SERVER`); `ns.` and the machine's name unless it is set
record PublicNames(String address, String server) {

    static final String ADDRESS = "WIRT_NODE_ADDRESS";
    static final String SERVER = "WIRT_NODE_NAME_SERVER";

    static PublicNames from(Settings settings) {
        return new PublicNames(
                settings.text(ADDRESS).map(PublicNames::address).orElseGet(PublicNames::ownAddress),
                settings.text(SERVER).map(PublicNames::server).orElseGet(() -> "ns." + MailServer.hostname()));
    }

    private static String address(String text) {
        try {
            return new IpAddress(text).text();
        } catch (InvalidValue _) {
            throw new StartRefused(ADDRESS + " is an IPv4 or IPv6 address, not " + text);
        }
    }

    private static String server(String text) {
        try {
            return new DomainName(text).ascii();
        } catch (InvalidValue _) {
            throw new StartRefused(SERVER + " is a name such as ns1.example.com, not " + text);
        }
    }

    /// The first that others can reach, IPv4 before IPv6; without any, the machine is alone.
    private static String ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(PublicNames::reachable)
                    .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                    .map(address -> new IpAddress(address.getHostAddress()).text())
                    .orElse("127.0.0.1");
        } catch (IOException _) {
            return "127.0.0.1";
        }
    }

    private static Stream<InetAddress> reachable(NetworkInterface line) {
        return line.inetAddresses().filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());
    }
}
