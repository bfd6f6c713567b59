package org.wirt.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps web hooks out of networks that only this machine reaches: a name is looked up once, and connected to are
/// exactly the addresses that were found, if all of them are public or of a network that the administrator has named.
@Component
class AddressGuard implements DnsResolver, DisposableBean {

    /// More are not tried: each may take as long as connecting may.
    private static final int TRIED = 2;

    private static final int PATIENCE_SECONDS = 5;

    /// The name leads where web hooks do not go.
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host);
        }
    }

    /// Finds the addresses of a name.
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final WebHookSettings settings;
    private final Lookup lookup;
    /// Of the system's: looking up holds a virtual thread's carrier while it waits.
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("web-hook-name-", 0).factory());

    @Autowired
    AddressGuard(WebHookSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    AddressGuard(WebHookSettings settings, Lookup lookup) {
        this.settings = settings;
        this.lookup = lookup;
    }

    @Override
    public void destroy() {
        lookups.shutdownNow();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var literal = literal(host);
        var found = literal.isPresent() ? new InetAddress[] {literal.get()} : lookedUp(host);
        for (var address : found) if (!mayBeSentTo(address)) throw new NotPublic(host);
        return Stream.of(found).limit(TRIED).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether a host that is an address, in whichever spelling, is one that nothing is sent to. Names are not looked
    /// up.
    boolean refuses(String host) {
        return literal(host).filter(address -> !mayBeSentTo(address)).isPresent();
    }

    private InetAddress[] lookedUp(String host) throws UnknownHostException {
        var found = lookups.submit(() -> lookup.of(host));
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            found.cancel(true);
            throw new UnknownHostException(host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) throw unknown;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    private boolean mayBeSentTo(InetAddress address) {
        if (settings.networks().stream().anyMatch(network -> network.contains(address))) return true;
        return PublicAddress.is(address)
                && own().noneMatch(address::equals)
                && PublicAddress.embedded(address)
                        .filter(within -> own().anyMatch(within::equals))
                        .isEmpty();
    }

    /// What a public address of this machine offers to itself may be hidden from everybody else.
    private static Stream<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// An IPv4 address also in the old spellings: fewer numbers, octal, hexadecimal. As everybody else reads them, 010
    /// is eight.
    private static Optional<InetAddress> literal(String host) {
        for (var spelling : List.<Spelling>of(Inet4Address::ofPosixLiteral, InetAddress::ofLiteral)) {
            try {
                return Optional.of(spelling.read(host));
            } catch (IllegalArgumentException _) {
                // A name, or the other spelling.
            }
        }
        return Optional.empty();
    }

    private interface Spelling {
        InetAddress read(String host);
    }
}
