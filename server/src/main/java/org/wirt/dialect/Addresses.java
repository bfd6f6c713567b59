package org.wirt.dialect;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServingNode;
import org.wirt.value.InvalidValue;
import org.wirt.value.IpAddress;

/// Where hosting is reached: the address of each hosting node, all of them shared.
@Component
class Addresses {

    /// Of the panel's own process, which serves this machine alone.
    private static final String LOOPBACK = "127.0.0.1";

    private final NodeViews nodes;

    Addresses(NodeViews nodes) {
        this.nodes = nodes;
    }

    /// IPv4 first; nobody is without one.
    List<String> all() {
        var found = new LinkedHashSet<String>();
        for (var node : nodes.serving()) found.add(node.address());
        if (found.stream().noneMatch(address -> address.indexOf('.') > 0)) found.add(LOOPBACK);
        return found.stream()
                .sorted((a, b) -> Boolean.compare(a.indexOf(':') >= 0, b.indexOf(':') >= 0))
                .toList();
    }

    /// Of a node.
    String of(long node) {
        return nodes.serving().stream()
                .filter(one -> one.id() == node)
                .map(ServingNode::address)
                .findFirst()
                .orElse(LOOPBACK);
    }

    /// @throws Failed for one that is not here
    void check(List<Element> named) {
        for (var one : named) {
            if (one.text().isEmpty()) continue;
            if (!known(one.text()))
                throw new Failed(ErrorNumbers.NO_ADDRESS, "IP address " + one.text() + " does not exist.");
        }
    }

    /// As they are told.
    ///
    /// @throws Failed for one that is not here
    List<String> those(List<Element> named) {
        check(named);
        return named.stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .map(text -> new IpAddress(text).text())
                .distinct()
                .toList();
    }

    private boolean known(String text) {
        try {
            return all().contains(new IpAddress(text).text());
        } catch (InvalidValue _) {
            return false;
        }
    }

    Element pool(String name, String one, String address, String type) {
        var pool = new Element(name);
        for (var known : all()) pool.add(new Element(one).add(address, known).add(type, "shared"));
        return pool;
    }

    /// As `ip/get` tells them.
    Element told() {
        var addresses = new Element("addresses");
        for (var known : all())
            addresses.add(new Element("ip_info")
                    .add("ip_address", known)
                    .add("netmask", known.indexOf(':') >= 0 ? "ffff:ffff:ffff:ffff::" : "255.255.255.255")
                    .add("type", "shared")
                    .add("interface", network(known).orElse("lo")));
        return addresses;
    }

    /// Of this machine; addresses of other machines have none here.
    private static Optional<String> network(String address) {
        try {
            var found = NetworkInterface.getByInetAddress(InetAddress.ofLiteral(address));
            return Optional.ofNullable(found).map(NetworkInterface::getName);
        } catch (SocketException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
