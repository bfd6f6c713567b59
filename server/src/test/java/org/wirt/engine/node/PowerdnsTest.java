package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;

/// Debian's PowerDNS on a hosting node: what is committed at the panel is what it answers.
@Timeout(120)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class PowerdnsTest implements OnNode {

    private static final int PORT = RunningNode.SETTINGS.ports().dns().number();
    private static final String ADDRESS = RunningNode.SETTINGS.names().address();
    private static final String SERVER = RunningNode.SETTINGS.names().server();
    private static final int NOT_LOOKED_FOR = 2;
    private static final int NO_SUCH_NAME = 3;
    private static final int REFUSED = 5;
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Given given = RunningNode.customer();

    private static DnsQuestion.Answer ask(String name, String type) {
        return DnsQuestion.of(PORT, name, type).ask();
    }

    private List<String> says(String name, String type) {
        return ask(name.isEmpty() ? given.host : name + "." + given.host, type).answers();
    }

    private void record(String name, String type, String value) {
        record(given.site, given.host, name, type, value);
    }

    private void record(long site, String host, String name, String type, String value) {
        given.database.execute(
                "insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, name, type, value, "
                        + "priority, ttl) values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, 300)",
                site,
                host,
                given.subscription,
                given.customer,
                given.reseller,
                name,
                type,
                value,
                NEXT.getAndIncrement());
    }

    @Test
    void whatIsNewIsAnsweredAtOnce() {
        var soa = ask(given.host, "SOA");
        assertThat(soa.code()).isZero();
        assertThat(soa.authoritative()).isTrue();
        assertThat(soa.answers()).containsExactly("SOA 3600 " + SERVER + " hostmaster." + given.host + " 1");
        for (var name : List.of("", "www", "mail"))
            assertThat(says(name, "A")).as(name).containsExactly("A 3600 " + ADDRESS);
        assertThat(says("", "NS")).containsExactly("NS 3600 " + SERVER);
        assertThat(says("", "MX")).containsExactly("MX 3600 10 mail." + given.host);
        assertThat(says("", "TXT")).containsExactly("TXT 3600 v=spf1 a mx ~all");
        assertThat(ask("nobody." + given.host, "A").code()).isEqualTo(NO_SUCH_NAME);

        var second = given.name + "-2.example";
        assertThat(ask(second, "A").code()).isEqualTo(REFUSED);
        given.site(second, second);
        assertThat(ask(second, "A").answers()).containsExactly("A 3600 " + ADDRESS);
    }

    @Test
    void ownRecordsAreAnsweredAtOnce() {
        record("shop", "A", "192.0.2.7");
        record("shop", "AAAA", "2001:db8::7");
        record("news", "CNAME", "pages.example.net");
        record("lists", "MX", "mx.example.net");
        record("_sip._tcp", "SRV", "5 5060 sip.example.net");
        record("", "CAA", "0 issue \"letsencrypt.org\"");
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.7");
        assertThat(says("shop", "AAAA")).containsExactly("AAAA 300 2001:db8:0:0:0:0:0:7");
        assertThat(says("news", "A")).containsExactly("CNAME 300 pages.example.net");
        assertThat(says("lists", "MX")).singleElement().asString().endsWith(" mx.example.net");
        assertThat(says("_sip._tcp", "SRV")).singleElement().asString().endsWith(" 5 5060 sip.example.net");
        assertThat(says("", "CAA")).containsExactly("CAA 300 0 issue letsencrypt.org");

        record("7", "PTR", "host.example.net");
        record("_443._tcp", "TLSA", "3 1 1 0C72AC70");
        record("", "HTTPS", "1 . alpn=h2,h3 port=8443");
        record("", "HTTPS", "0 pages.example.net");
        record("branch", "NS", "ns.example.net");
        record("branch", "DS", "60485 13 2 D4B7D520");
        assertThat(says("7", "PTR")).containsExactly("PTR 300 host.example.net");
        assertThat(says("_443._tcp", "TLSA")).containsExactly("TLSA 300 0301010c72ac70");
        assertThat(says("", "HTTPS"))
                .containsExactlyInAnyOrder(
                        "HTTPS 300 000100000100060268320268330003000220fb",
                        "HTTPS 300 0000057061676573076578616d706c65036e657400");
        assertThat(says("branch", "DS")).containsExactly("DS 300 ec450d02d4b7d520");

        given.database.execute(
                "update wirt.dns_record set value = '192.0.2.8' where site_id = ? and type = 'A'", given.site);
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.8");
        given.database.execute("delete from wirt.dns_record where site_id = ? and name = 'shop'", given.site);
        assertThat(ask("shop." + given.host, "A").code()).isEqualTo(NO_SUCH_NAME);
    }

    @Test
    void aStarStandsForAllThatIsNotThere() {
        record("*", "A", "192.0.2.9");
        assertThat(says("anything", "A")).containsExactly("A 300 192.0.2.9");
        assertThat(says("www", "A")).containsExactly("A 3600 " + ADDRESS);
    }

    /// 255 letters is what one text of the DNS holds (RFC 1035 3.3).
    @Test
    void textsAreAnsweredAsTheyWereWritten() {
        for (var text : List.of("say \"no\" \\ to 50% spam; 'always'", "k=" + "x".repeat(600))) {
            record("text", "TXT", text);
            var answer = DnsQuestion.of(PORT, "text." + given.host, "TXT").askOnALine();
            assertThat(answer.answers()).containsExactly("TXT 300 " + text);
            given.database.execute("delete from wirt.dns_record where site_id = ?", given.site);
        }
    }

    @Test
    void anOwnRecordTakesThePlaceOfTheServersOfItsNameAndType() {
        record("", "MX", "mx.example.net");
        assertThat(says("", "MX")).singleElement().asString().endsWith(" mx.example.net");
        record("", "A", "192.0.2.1");
        record("", "A", "192.0.2.2");
        assertThat(says("", "A")).containsExactly("A 300 192.0.2.1", "A 300 192.0.2.2");
        assertThat(says("www", "A")).containsExactly("A 3600 " + ADDRESS);
        record("", "AAAA", "2001:db8::1");
        record("", "TXT", "proof=1");
        assertThat(says("", "TXT")).containsExactlyInAnyOrder("TXT 3600 v=spf1 a mx ~all", "TXT 300 proof=1");
        record("", "TXT", "v=spf1 -all");
        assertThat(says("", "TXT")).containsExactlyInAnyOrder("TXT 300 v=spf1 -all", "TXT 300 proof=1");
        record("www", "CNAME", "elsewhere.example.net");
        assertThat(says("www", "A")).containsExactly("CNAME 300 elsewhere.example.net");
        given.database.execute("delete from wirt.dns_record where site_id = ?", given.site);
        assertThat(says("www", "A")).containsExactly("A 3600 " + ADDRESS);
        assertThat(says("", "A")).containsExactly("A 3600 " + ADDRESS);
    }

    @Test
    void aNameThatIsAnotherServersBusinessIsSentThere() {
        record("www", "NS", "ns.example.net");
        record("office", "NS", "ns.example.net");
        for (var name : List.of("www", "office", "deep.office")) {
            var answer = ask(name + "." + given.host, "A");
            assertThat(answer.authoritative()).as(name).isFalse();
            assertThat(answer.answers()).as(name).isEmpty();
            assertThat(answer.other()).as(name).containsExactly(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void aSuspendedDomainIsAnsweredAsBefore(Cause cause) {
        record("shop", "A", "192.0.2.7");
        given.suspend(cause);
        assertThat(says("", "A")).containsExactly("A 3600 " + ADDRESS);
        assertThat(says("", "MX")).containsExactly("MX 3600 10 mail." + given.host);
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.7");
        given.activate(cause);
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.7");
    }

    @Test
    void whatIsRemovedIsRefused() {
        record("shop", "A", "192.0.2.7");
        given.database.execute("update wirt.site set disabled = true where id = ?", given.site);
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.7");
        given.database.execute(
                "update wirt.subscription set reasons = reasons | 2048 where id = ?", given.subscription);
        for (var name : List.of(given.host, "www." + given.host, "shop." + given.host))
            assertThat(ask(name, "A").code()).as(name).isEqualTo(REFUSED);
        given.database.execute("update wirt.subscription set reasons = 0 where id = ?", given.subscription);
        assertThat(says("shop", "A")).containsExactly("A 300 192.0.2.7");
        given.database.execute("update wirt.site set released = true where id = ?", given.site);
        assertThat(ask(given.host, "A").code()).isEqualTo(REFUSED);
        given.database.execute("delete from wirt.site where id = ?", given.site);
        assertThat(ask("shop." + given.host, "A").code()).isEqualTo(REFUSED);
    }

    /// A domain of its own below somebody else's: what that one writes about it is not heard.
    @Test
    void nobodySpeaksForADomainOfSomebodyElse() {
        var other = RunningNode.customer();
        var below = "shop." + given.host;
        other.site(below, below);
        record("shop", "A", "192.0.2.66");
        record("www.shop", "A", "192.0.2.66");
        record("shop", "TXT", "stolen");
        record("deep.shop", "A", "192.0.2.66");
        assertThat(ask(below, "A").answers()).containsExactly("A 3600 " + ADDRESS);
        assertThat(ask("www." + below, "A").answers()).containsExactly("A 3600 " + ADDRESS);
        assertThat(ask(below, "TXT").answers()).containsExactly("TXT 3600 v=spf1 a mx ~all");
        assertThat(ask("deep." + below, "A").code()).isEqualTo(NO_SUCH_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' or '1'='1", "'; drop view pdns.records; --", "%", "$1", "\\", "a\u0000b", "{}", "_", "\""})
    void whatLooksLikeAStatementSaysNothing(String label) {
        for (var name : List.of(label + "." + given.host, label)) {
            var answer = ask(name, "A");
            // What no name is made of it does not look for.
            assertThat(answer.code()).isIn(NOT_LOOKED_FOR, NO_SUCH_NAME, REFUSED);
            assertThat(answer.answers()).isEmpty();
        }
        assertThat(says("", "A")).containsExactly("A 3600 " + ADDRESS);
    }

    @Test
    void largeAndSmallLettersAreTheSame() {
        assertThat(ask(given.host.toUpperCase(java.util.Locale.ROOT), "A").answers())
                .containsExactly("A 3600 " + ADDRESS);
    }

    @Test
    void aZoneIsNotGivenAwayWhole() {
        record("secret", "A", "192.0.2.7");
        var whole = new DnsQuestion(PORT, given.host, DnsQuestion.AXFR).askOnALine();
        assertThat(whole.code()).isNotZero();
        assertThat(whole.answers()).isEmpty();
        assertThat(DnsQuestion.of(PORT, given.host, "A").askOnALine().answers()).containsExactly("A 3600 " + ADDRESS);
    }

    @Test
    void nothingOfCustomersStandsInItsLog() throws Exception {
        says("", "A");
        try (var files = Files.walk(RunningNode.SETTINGS.home().resolve("dns"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(".example");
        }
    }
}
