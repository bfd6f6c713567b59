package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import makes of what another panel says.
class ImportTest {

    private static final List<Integer> BITS = List.of(Bits.ADMINISTRATOR, Bits.RESELLER, Bits.CUSTOMER);

    @TempDir
    private Path home;

    @Test
    void whatOnlyShowsBecauseOfWhatLiesAboveIsNobodysOwn() {
        assertThat(Bits.own(16, 0)).isEqualTo(16);
        assertThat(Bits.own(16, 16)).isZero();
        assertThat(Bits.own(16, 32)).as("above shows as the administrator's").isZero();
        assertThat(Bits.own(32 + 16, 16)).isEqualTo(32);
        assertThat(Bits.own(64, 16)).isEqualTo(64);
    }

    @Test
    void eachBitIsSetByItselfAndOneNobodyKnowsIsTheAdministrators() {
        assertThat(Bits.settable(48, BITS)).containsExactly(16, 32);
        assertThat(Bits.settable(0, BITS)).isEmpty();
        assertThat(Bits.settable(4 + 2, BITS))
                .as("a backup, and what lies above")
                .isEmpty();
        assertThat(Bits.settable(1024, BITS)).containsExactly(16);
    }

    @Test
    void passwordsAreReadByNobodyElseAndWrittenOverNothing() throws IOException {
        var file = home.resolve("passwords");
        var t = Texts.in("en");
        try (var passwords = NewPasswords.in(file.toString(), t)) {
            passwords.note("ftp", "a\"b", "geheim");
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file).hasContent("\"ftp\",\"a\"\"b\",\"geheim\"");
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NewPasswords.in(file.toString(), t).close())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ExitCodes.CANNOT_READ));
        assertThat(NewPasswords.fresh()).hasSizeGreaterThan(20).isNotEqualTo(NewPasswords.fresh());
    }

    @Test
    void aReportHoldsNoFormulas() {
        assertThat(Csv.line("=1+1", "a,b")).isEqualTo("\"'=1+1\",\"a,b\"\r\n");
    }

    private static List<Node> read(String text) throws XMLStreamException {
        var found = new ArrayList<Node>();
        Node.each(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of("result"), found::add);
        return found;
    }

    @Test
    void anAnswerIsReadResultByResultAndWhatIsNoPacketIsNone() throws XMLStreamException {
        var found =
                read("<packet><mail><get_info><result><status>ok</status><mailname><name>a &amp; b</name></mailname>"
                        + "</result><result><status>error</status></result></get_info></mail></packet>");
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().part("mailname").text("name")).isEqualTo("a & b");
        assertThat(found.getFirst().xml()).contains("<name>a &amp; b</name>");
        assertThatExceptionOfType(XMLStreamException.class)
                .isThrownBy(() -> read("<html><result><status>ok</status></result></html>"));
        assertThatExceptionOfType(XMLStreamException.class)
                .as("no other files are read")
                .isThrownBy(() -> read("<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<packet><result><name>&x;</name></result></packet>"));
    }
}
