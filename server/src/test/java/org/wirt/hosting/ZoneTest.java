package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirt.hosting.DnsEntry.Priority;
import org.wirt.hosting.DnsEntry.Ttl;
import org.wirt.value.Manner;
import org.wirt.value.RecordName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.RoomWords;

/// What may stand in the DNS of a domain, and what of it beside what.
class ZoneTest {

    private static final String HOST = "adler.example";

    private final RoomWords words = new RoomWords("hosting", "value");

    private static DnsEntry entry(String name, DnsType type, String value) {
        return new DnsEntry(new RecordName(name), type, value, Optional.empty(), Optional.empty());
    }

    private static Zone zone(Zone.Own... own) {
        return new Zone(HOST, List.of(own));
    }

    private static Zone.Own own(long id, String name, DnsType type, String value) {
        return new Zone.Own(id, name, type, value);
    }

    /// The codes of what stands against it; each is said in both languages.
    private List<String> against(Zone zone, DnsEntry entry) {
        var refusals = zone.against(entry, Optional.empty());
        for (var language : RoomWords.languages())
            for (var refusal : refusals)
                if (!refusal.code().equals("too-long"))
                    assertThat(words.sentence(refusal, language)).endsWith(".");
        return refusals.stream().map(Refusal::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "A, ' 192.0.2.1 ', 192.0.2.1",
        "AAAA, 2001:DB8::0:1, 2001:db8::1",
        "CNAME, Pages.Example.NET., pages.example.net",
        "NS, ns1.example.net, ns1.example.net",
        "MX, mx.example.net, mx.example.net",
        "MX, ., .",
        "TXT, v=spf1 -all, v=spf1 -all",
        "TXT, '\"v=spf1 -all\"', v=spf1 -all",
        "TXT, '\"one \" \"two\"', one two",
        "TXT, '\"say \\\"no\\\"\"', 'say \"no\"'",
        "TXT, 'say \"no\"', 'say \"no\"'",
        "SRV, '0  5060  Sip.Example.net.', 0 5060 sip.example.net",
        "SRV, 0 0 ., 0 0 .",
        "CAA, 0 issue letsencrypt.org, '0 issue \"letsencrypt.org\"'",
        "CAA, '128 issuewild \";\"', '128 issuewild \";\"'",
        "PTR, Host.Example.net., host.example.net",
        "DS, 60485 5 1 2bb183af 5f22588179a53b0a98631fad1a292118, 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
        "TLSA, 3 1 1 0c72ac70, 3 1 1 0C72AC70",
        "HTTPS, 1 . alpn=h2 , 1 . alpn=h2",
        "HTTPS, 0 Pages.example.net., 0 pages.example.net",
        "HTTPS, '1 . ipv6hint=2001:DB8::1 port=8443 alpn=\"h2,h3\"', '1 . alpn=h2,h3 port=8443 ipv6hint=2001:db8::1'",
        "HTTPS, 1 . no-default-alpn alpn=h3 mandatory=alpn, 1 . mandatory=alpn alpn=h3 no-default-alpn"
    })
    void aValueHasOneSpelling(DnsType type, String typed, String value) {
        assertThat(entry("x", type, typed).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 2001:db8::1, dns-address-four",
        "A, mail.example.net, dns-address-four",
        "AAAA, 192.0.2.1, dns-address-six",
        "CNAME, 192.0.2.1, target-form",
        "CNAME, ., target-form",
        "MX, 10 mx.example.net, target-form",
        "MX, 192.0.2.1, target-form",
        "NS, ns1, target-form",
        "TXT, Grüße, dns-text-form",
        "SRV, 5060 sip.example.net, dns-service-form",
        "SRV, 0 65536 sip.example.net, dns-service-form",
        "SRV, 0 1 192.0.2.1, target-form",
        "CAA, letsencrypt.org, dns-authority-form",
        "CAA, 1 issue letsencrypt.org, dns-authority-form",
        "CAA, '0 issue a\"b', dns-authority-form",
        "DS, 60485 5 1 2BB, dns-delegation-form",
        "DS, 65536 5 1 2BB1, dns-delegation-form",
        "DS, 1 2 2BB1, dns-delegation-form",
        "TLSA, 256 1 1 0C72, dns-association-form",
        "TLSA, 3 1 1 zz, dns-association-form",
        "HTTPS, alpn=h2, dns-https-form",
        "HTTPS, 0 . alpn=h2, dns-https-form",
        "HTTPS, 1 . alpn=h2 alpn=h3, dns-https-form",
        "HTTPS, 1 . port=70000, dns-https-form",
        "HTTPS, 1 . ipv4hint=2001:db8::1, dns-https-form",
        "HTTPS, 1 . color=red, dns-https-form",
        "HTTPS, 1 192.0.2.1, target-form",
        "PTR, 192.0.2.1, target-form",
        "A, ' ', missing"
    })
    void whatItsTypeDoesNotSayIsRefused(DnsType type, String typed, String code) {
        assertThatThrownBy(() -> entry("x", type, typed)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.first().code()).isEqualTo(code);
            assertThat(refused.first().field()).contains("value");
            if (!code.startsWith("dns")) return;
            for (var language : RoomWords.languages())
                assertThat(words.sentence(refused.first(), language)).endsWith(".");
        });
    }

    @Test
    void clientsOfOtherPanelsMayTakeAnAddressForTheNameOfAMailServer() {
        assertThat(Manner.DIALECT.<String>taking(() ->
                        entry("x", DnsType.MX, "192.0.2.1").within("a.example").value()))
                .isEqualTo("192.0.2.1");
        for (var type : List.of(DnsType.CNAME, DnsType.NS))
            assertThatThrownBy(() -> Manner.DIALECT.taking(() -> entry("x", type, "192.0.2.1")))
                    .as(type.name())
                    .hasMessageContaining("target-form");
        assertThatThrownBy(() -> Manner.DIALECT.taking(() -> entry("x", DnsType.MX, "2001:db8::1")))
                .hasMessageContaining("target-form");
    }

    @Test
    void aTextIsAsLongAsTheDatabaseTakesIt() {
        assertThat(entry("x", DnsType.TXT, "x".repeat(2000)).value()).hasSize(2000);
        for (var text : List.of("x".repeat(2001), "\"" + "x".repeat(2001) + "\"", "x".repeat(100_000)))
            assertThatThrownBy(() -> entry("x", DnsType.TXT, text)).hasMessageContaining("too-long");
    }

    @Test
    void numbersHaveTheirRange() {
        assertThat(new Ttl(60).seconds()).isEqualTo(60);
        assertThat(new Priority(65_535).number()).isEqualTo(65_535);
        for (int wrong : new int[] {59, 604_801})
            assertThatThrownBy(() -> new Ttl(wrong)).hasMessageContaining("dns-ttl-range[60, 604800]");
        for (int wrong : new int[] {-1, 65_536})
            assertThatThrownBy(() -> new Priority(wrong)).hasMessageContaining("dns-priority-range[65535]");
        for (var language : RoomWords.languages()) {
            assertThat(words.sentence(Refusal.invalid("ttl", "dns-ttl-range", 60, 604_800), language))
                    .contains(language.getLanguage().equals("de") ? "604.800" : "604,800");
            assertThat(words.sentence(Refusal.invalid("priority", "dns-priority-range", 65_535), language))
                    .endsWith(".");
        }
    }

    @Test
    void onlyThoseThatAreTriedInTurnHaveAPriority() {
        assertThat(entry("x", DnsType.MX, "mx.example.net").priorityNumber()).isEqualTo(10);
        assertThat(entry("x", DnsType.A, "192.0.2.1").priorityNumber()).isZero();
        var numbered = new DnsEntry(
                new RecordName("x"), DnsType.A, "192.0.2.1", Optional.of(new Priority(5)), Optional.empty());
        assertThat(against(zone(), numbered)).containsExactly("dns-no-priority");
    }

    @Test
    void theDomainItselfIsNobodyElses() {
        assertThat(against(zone(), entry("", DnsType.CNAME, "a.example.net"))).containsExactly("dns-domain-itself");
        assertThat(against(zone(), entry("@", DnsType.NS, "a.example.net"))).containsExactly("dns-domain-itself");
        assertThat(against(zone(), entry(HOST, DnsType.NS, "a.example.net"))).containsExactly("dns-domain-itself");
        assertThat(against(zone(), entry("*", DnsType.NS, "a.example.net"))).containsExactly("dns-star-elsewhere");
        assertThat(against(zone(), entry("", DnsType.MX, "a.example.net"))).isEmpty();
        assertThat(against(zone(), entry("*", DnsType.CNAME, "a.example.net"))).isEmpty();
    }

    @Test
    void besideACnameNothingStands() {
        var cname = zone(own(1, "www", DnsType.CNAME, "a.example.net"));
        assertThat(against(cname, entry("www", DnsType.A, "192.0.2.1"))).containsExactly("dns-alone");
        assertThat(against(cname, entry("www.adler.example.", DnsType.A, "192.0.2.1")))
                .containsExactly("dns-alone");
        assertThat(against(cname, entry("www", DnsType.CNAME, "b.example.net"))).containsExactly("dns-alone");
        assertThat(against(cname, entry("shop", DnsType.A, "192.0.2.1"))).isEmpty();
        var address = zone(own(1, "www", DnsType.A, "192.0.2.1"));
        assertThat(against(address, entry("www", DnsType.CNAME, "a.example.net")))
                .containsExactly("dns-alone");
        assertThat(address.against(entry("www", DnsType.CNAME, "a.example.net"), Optional.of(1L)))
                .isEmpty();
    }

    @Test
    void besideAnotherServersNameNothingStandsButASecondServer() {
        var elsewhere = zone(own(1, "office", DnsType.NS, "ns1.example.net"));
        assertThat(against(elsewhere, entry("office", DnsType.NS, "ns2.example.net")))
                .isEmpty();
        assertThat(against(elsewhere, entry("office", DnsType.A, "192.0.2.1"))).containsExactly("dns-alone");
        assertThat(against(elsewhere, entry("office", DnsType.DS, "1 13 2 AB")))
                .as("its key is told here")
                .isEmpty();
        assertThat(against(
                        zone(own(1, "office", DnsType.DS, "1 13 2 AB")), entry("office", DnsType.NS, "ns.example.net")))
                .isEmpty();
        assertThat(against(
                        zone(own(1, "office", DnsType.A, "192.0.2.1")), entry("office", DnsType.NS, "ns.example.net")))
                .containsExactly("dns-alone");
    }

    @Test
    void theSameTwiceIsRefused() {
        var there = zone(own(1, "", DnsType.A, "192.0.2.1"));
        assertThat(against(there, entry("", DnsType.A, "192.0.2.1"))).containsExactly("dns-there");
        assertThat(against(there, entry("", DnsType.A, "192.0.2.2"))).isEmpty();
        assertThat(against(there, entry("www", DnsType.A, "192.0.2.1"))).isEmpty();
    }

    @Test
    void aDomainHasOnlySoManyAndNamesAreOnlySoLong() {
        var full = new Zone(
                HOST,
                LongStream.range(0, Zone.MOST)
                        .mapToObj(i -> own(i, "n" + i, DnsType.A, "192.0.2.1"))
                        .toList());
        assertThat(against(full, entry("one-more", DnsType.A, "192.0.2.1"))).containsExactly("dns-full");
        assertThat(full.against(entry("n1", DnsType.A, "192.0.2.2"), Optional.of(1L)))
                .isEmpty();
        assertThat(against(zone(), entry("a.".repeat(119) + "a", DnsType.A, "192.0.2.1")))
                .isEmpty();
        assertThat(against(zone(), entry("a.".repeat(120) + "a", DnsType.A, "192.0.2.1")))
                .containsExactly("too-long");
    }
}
