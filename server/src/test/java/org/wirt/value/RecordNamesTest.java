package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What records of the DNS are about, and what they point to.
class RecordNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "@, ''",
        "www, www",
        "' WWW. ', www",
        "*, *",
        "*.Shop, *.shop",
        "_dmarc, _dmarc",
        "_sip._tcp, _sip._tcp",
        "2020_key._domainkey, 2020_key._domainkey",
        "bücher, xn--bcher-kva"
    })
    void aRecordIsAboutANameInTheDomain(String typed, String text) {
        assertThat(new RecordName(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "a..b", ".", "-a", "a-", "-_a", "_a-", "a.*", "**", "a*", "a'b", "a;b", "a%", "a/b", "a\\b"
            })
    void whatIsNoNameIsRefused(String typed) {
        assertThatThrownBy(() -> new RecordName(typed)).hasMessageContaining("record-name-form");
    }

    @Test
    void aLabelHas63CharactersAndANameFewerThan254() {
        assertThat(new RecordName("_" + "a".repeat(62)).text()).hasSize(63);
        assertThatThrownBy(() -> new RecordName("_" + "a".repeat(63))).hasMessageContaining("record-name-form");
        assertThatThrownBy(() -> new RecordName("a.".repeat(127) + "a")).hasMessageContaining("too-long");
    }

    @Test
    void whoeverWritesTheWholeNameMeansTheSame() {
        assertThat(new RecordName("www.adler.example.").within("adler.example").text())
                .isEqualTo("www");
        assertThat(new RecordName("adler.example").within("adler.example").isDomainItself())
                .isTrue();
        assertThat(new RecordName("xadler.example").within("adler.example").text())
                .isEqualTo("xadler.example");
        assertThat(new RecordName("www").in("adler.example")).isEqualTo("www.adler.example");
        assertThat(new RecordName("").in("adler.example")).isEqualTo("adler.example");
    }

    @ParameterizedTest
    @CsvSource({
        "Mail.Example.NET., mail.example.net",
        "s1._domainkey.example.net, s1._domainkey.example.net",
        "müller.example, xn--mller-kva.example"
    })
    void aRecordPointsToAWholeName(String typed, String ascii) {
        assertThat(new TargetName(typed).ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail", "192.0.2.1", "2001:db8::1", "*.example", "a..b", ".", "a b.example", "mail.example 10"})
    void whatIsNoWholeNameIsRefused(String typed) {
        assertThatThrownBy(() -> new TargetName(typed)).hasMessageContaining("target-form");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "' 0.0.0.0 ', 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "::1, ::1",
        "::, ::",
        "2001:db8::, 2001:db8::",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void anAddressHasOneSpelling(String typed, String text) {
        assertThat(new IpAddress(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.4.",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/24",
                "0x1.2.3.4",
                "fe80::1%eth0",
                ":::",
                "1::2::3",
                "localhost",
                "12345::",
                "::ffff:192.0.2.1",
                "٣.2.3.4"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatThrownBy(() -> new IpAddress(typed)).hasMessageContaining("address-form");
    }
}
