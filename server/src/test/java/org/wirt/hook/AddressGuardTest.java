package org.wirt.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.value.Network;

class AddressGuardTest {

    private static AddressGuard allowing(String... networks) {
        return guard(host -> InetAddress.getAllByName(host), networks);
    }

    private static AddressGuard guard(AddressGuard.Lookup lookup, String... networks) {
        return new AddressGuard(
                new WebHookSettings(Stream.of(networks).map(Network::new).toList()), lookup);
    }

    private static InetAddress[] addresses(String... literals) {
        return Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                // The old spellings of 127.0.0.1, 10.0.0.1 and 169.254.169.254.
                "2130706433",
                "127.1",
                "0x7f.1",
                "0x7f000001",
                "0177.0.0.1",
                "017700000001",
                "10.1",
                "0xa9fea9fe",
            })
    void nothingIsSentInto(String address) {
        var guard = allowing();
        assertThatThrownBy(() -> guard.resolve(address)).isInstanceOf(AddressGuard.NotPublic.class);
        assertThat(guard.refuses(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.169.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1",
            })
    void theRestOfTheInternetIsOpen(String address) throws UnknownHostException {
        assertThat(allowing().resolve(address)).containsExactly(InetAddress.ofLiteral(address));
        assertThat(allowing().refuses(address)).isFalse();
    }

    @Test
    void oneAddressThatIsNotPublicSpoilsTheName() {
        var mixed = guard(_ -> addresses("1.1.1.1", "10.0.0.1"));
        assertThatThrownBy(() -> mixed.resolve("both.example")).isInstanceOf(AddressGuard.NotPublic.class);
    }

    /// The second answer would be another one, as an attacker's name server gives it.
    @Test
    void aNameIsAskedOnceAndWhatWasFoundIsWhatIsConnectedTo() throws UnknownHostException {
        var answers = new java.util.ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        var guard = guard(_ -> addresses(answers.remove()));
        assertThat(guard.resolve("rebinding.example")).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
        assertThat(answers).containsExactly("127.0.0.1");
        assertThat(guard.resolveCanonicalHostname("rebinding.example")).isEqualTo("rebinding.example");
        assertThatThrownBy(() -> guard.resolve("rebinding.example")).isInstanceOf(AddressGuard.NotPublic.class);
    }

    @Test
    void whatTheAdministratorHasNamedIsOpenAndItsNeighbourIsNot() throws UnknownHostException {
        var guard = allowing("10.1.0.0/16", "fd00:1::/32");
        assertThat(guard.resolve("10.1.255.255")).hasSize(1);
        assertThat(guard.resolve("fd00:1::7")).hasSize(1);
        assertThat(guard.refuses("10.2.0.0")).isTrue();
        assertThat(guard.refuses("fd00:2::7")).isTrue();
        assertThat(guard.refuses("::ffff:10.1.0.1")).isFalse();
    }

    @Test
    void noAddressOfThisMachineIsOpenWhateverItIs() throws Exception {
        var guard = allowing();
        for (var address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList())
            assertThatThrownBy(() -> guard.resolve(address.getHostAddress().replaceAll("%.*", "")))
                    .as(address.toString())
                    .isInstanceOf(AddressGuard.NotPublic.class);
    }

    @Test
    void aNameThatDoesNotExistIsNotFoundRatherThanForbidden() {
        var nowhere = guard(host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> nowhere.resolve("nowhere.example"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(AddressGuard.NotPublic.class);
    }

    @Test
    void networksAreSetWithCommasAndAMistakeStopsTheStart() {
        assertThat(WebHookSettings.from(new Settings(_ -> "10.0.0.0/8, fd00::/8"))
                        .networks())
                .containsExactly(new Network("10.0.0.0/8"), new Network("fd00::/8"));
        assertThat(WebHookSettings.from(new Settings(_ -> null)).networks()).isEmpty();
        assertThatThrownBy(() -> WebHookSettings.from(new Settings(_ -> "10.0.0.0/33")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("WIRT_WEB_HOOK_NETWORKS");
    }
}
