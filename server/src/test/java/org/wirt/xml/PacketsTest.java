package org.wirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirt.dialect.Answer;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Fault;

/// Whatever strangers send is a packet or a fault, and never more is read than the largest packet. What was found by
/// chance comes again with `-Dwirt.seed=…`.
class PacketsTest {

    private static final long SEED = Long.getLong("wirt.seed", System.nanoTime());
    private static final int ROUNDS = 2_000;
    private static final int BUFFER = 8_192;
    private static final String NAMES = "abcxyzABCÄößéλж_0123456789-.";
    private static final String TEXT = "ab <>&'\"\t\n\r]]>ä€𝄞;#{}%\u00a0\u2028\ud7ff\ufffd";
    private static final String PACKET = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><packet version=\"1.6.9.1\">"
            + "<customer><get><filter><login>ö&amp;&#x41;</login></filter><!-- x --><dataset><![CDATA[<a>]]></dataset>"
            + "</get></customer></packet>";

    /// Sends bytes, once or over and over again, and counts how many are taken.
    private static final class Sender extends InputStream {

        private final byte[] start;
        private final byte[] rest;
        private long sent;

        private Sender(byte[] start, byte[] rest) {
            this.start = start;
            this.rest = rest;
        }

        static Sender once(byte[] all) {
            return new Sender(all, new byte[0]);
        }

        static Sender forever(String start, String rest) {
            return new Sender(start.getBytes(StandardCharsets.UTF_8), rest.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            if (sent >= start.length && rest.length == 0) return -1;
            int next = sent < start.length ? start[(int) sent] : rest[(int) ((sent - start.length) % rest.length)];
            sent++;
            return next & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                int next = read();
                if (next < 0) return i == 0 ? -1 : i;
                into[offset + i] = (byte) next;
            }
            return length;
        }
    }

    /// Empty: a fault, of the right number.
    private static Optional<Packets.Packet> taken(Sender sender) {
        try {
            var packet = Packets.read(sender);
            assertThat(packet.root().name()).isEqualTo("packet");
            return Optional.of(packet);
        } catch (Fault fault) {
            assertThat(fault.number()).isEqualTo(ErrorNumbers.MALFORMED);
            return Optional.empty();
        } finally {
            assertThat(sender.sent).isLessThanOrEqualTo(Packets.LARGEST + BUFFER);
        }
    }

    private static Optional<Packets.Packet> taken(String packet) {
        return taken(Sender.once(packet.getBytes(StandardCharsets.UTF_8)));
    }

    private static void manyTimes(Consumer<Random> once) {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            try {
                once.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dwirt.seed=" + seed, e);
            }
        }
    }

    private static String word(Random random, String of, int longest) {
        var word = new StringBuilder();
        var from = of.codePoints().toArray();
        for (int i = random.nextInt(longest + 1); i > 0; i--) word.appendCodePoint(from[random.nextInt(from.length)]);
        return word.toString();
    }

    private static Element tree(Random random, int depth) {
        var name = "n" + word(random, NAMES, 12);
        if (depth == 0 || random.nextInt(3) == 0) return Element.of(name, word(random, TEXT, 40));
        var element = new Element(name);
        for (int i = random.nextInt(5); i > 0; i--) element.add(tree(random, depth - 1));
        return element;
    }

    private static byte[] written(List<Element> trees, boolean pretty) {
        var bytes = new ByteArrayOutputStream();
        try (var answer = new Answer(bytes, pretty)) {
            answer.packet("1.6.9.1", () -> trees.forEach(answer::write));
        }
        return bytes.toByteArray();
    }

    private static void areSame(List<Element> those, List<Element> these) {
        assertThat(those).hasSameSizeAs(these);
        for (int i = 0; i < those.size(); i++) {
            var that = those.get(i);
            var other = these.get(i);
            assertThat(that.name()).isEqualTo(other.name());
            areSame(that.children(), other.children());
            if (other.children().isEmpty()) assertThat(that.exactly()).isEqualTo(other.exactly());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        manyTimes(random -> {
            var trees = List.of(tree(random, 6), tree(random, 3));
            var read = taken(Sender.once(written(trees, random.nextBoolean()))).orElseThrow();
            assertThat(read.version()).isEqualTo("1.6.9.1");
            areSame(read.root().children(), trees);
        });
    }

    @Test
    void anyBytesAtAllAreAPacketOrAFault() {
        manyTimes(random -> {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            taken(Sender.once(bytes));
        });
    }

    @Test
    void aPacketThatWasDamagedIsAPacketOrAFault() {
        var whole = PACKET.getBytes(StandardCharsets.UTF_8);
        manyTimes(random -> {
            var bytes = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : whole[random.nextInt(whole.length)];
            }
            taken(Sender.once(bytes));
        });
    }

    @Test
    void aPacketThatEndsTooEarlyIsAFaultWhereverItEnds() {
        var whole = PACKET.getBytes(StandardCharsets.UTF_8);
        assertThat(taken(Sender.once(whole))).isPresent();
        for (int length = 0; length < whole.length; length++)
            assertThat(taken(Sender.once(Arrays.copyOf(whole, length))))
                    .as("%d bytes", length)
                    .isEmpty();
    }

    @Test
    void documentTypesAndEntitiesAreFaults() {
        for (var packet : new String[] {
            "<!DOCTYPE packet><packet><a/></packet>",
            "<!DOCTYPE packet SYSTEM \"http://127.0.0.1:1/x.dtd\"><packet><a/></packet>",
            "<!DOCTYPE packet [<!ENTITY x \"y\">]><packet>&x;</packet>",
            "<!DOCTYPE packet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><packet>&x;</packet>",
            "<!DOCTYPE packet [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                    + "<packet>&c;</packet>",
            "<!DOCTYPE packet [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><packet/>",
            "<!DOCTYPE packet [<!ATTLIST packet version CDATA \"1.0.0.0\">]><packet/>",
            "<packet>&unknown;</packet>",
            "<packet a=\"&unknown;\"/>",
            "<packet>&#0;</packet>",
            "<packet>&#xFFFFFFFFFFFF;</packet>",
            "<packet>&#xD800;</packet>"
        }) assertThat(taken(packet)).as(packet).isEmpty();
    }

    @Test
    void whatNeverEndsIsAFaultAfterAsMuchAsAPacketMayHave() {
        for (var unit : new String[] {
            "<a>",
            "<a/>",
            "<a></a>",
            "<a b=\"c\"/>",
            "x",
            " ",
            "\n",
            "ä",
            "&amp;",
            "&#65;",
            "<!---->",
            "<?p i?>",
            "<![CDATA[x]]>",
            "x<!---->"
        }) assertThat(taken(Sender.forever("<packet>", unit))).as(unit).isEmpty();
        for (var start : new String[] {
            "",
            "<",
            "<!--",
            "<?",
            "<?xml ",
            "<?xml version=\"1.0\" encoding=\"",
            "<!DOCTYPE ",
            "<!DOCTYPE p [",
            "<packet ",
            "<packet version=\"",
            "<packet><![CDATA[",
            "<packet><!--",
            "<packet></",
            "<packet>&",
            "<packet>&#"
        })
            for (var unit : new String[] {"a", "1", " ", "-", "a=\"b\" "})
                assertThat(taken(Sender.forever(start, unit))).as(start + unit).isEmpty();
    }

    @Test
    void manyAttributesAndDeepNodesAreFaultsAndSoIsWhatIsTooLarge() {
        var attributes = new StringBuilder("<packet");
        for (int i = 0; i < 100_000; i++) attributes.append(" a").append(i).append("=\"x\"");
        assertThat(taken(attributes + "/>")).isEmpty();
        assertThat(taken("<packet>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</packet>"))
                .isEmpty();
        assertThat(taken("<packet>" + "<a/>".repeat(2_500_000) + "</packet>")).isEmpty();
        assertThat(taken("<packet><a>" + "x".repeat(10_000_000) + "</a></packet>"))
                .isEmpty();
        assertThat(taken("<packet>" + "<a>".repeat(39) + "</a>".repeat(39) + "</packet>"))
                .as("as deep as may be")
                .isPresent();
        assertThat(taken("<packet><a>" + "x".repeat(2_000_000) + "</a></packet>"))
                .as("as large as may be")
                .isPresent();
    }

    @Test
    void otherEncodingsArePacketsOrFaults() {
        for (var declared : new String[] {
            "UTF-8",
            "utf-8",
            "UTF-16",
            "UTF-16LE",
            "UTF-32",
            "ISO-8859-1",
            "US-ASCII",
            "IBM037",
            "UTF-7",
            "Shift_JIS",
            "nothing",
            "",
            " ",
            "../../x",
            "x\u0000y"
        })
            for (var real : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "IBM037"))
                for (var mark : new String[] {"", "\ufeff"})
                    taken(Sender.once(
                            (mark + "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><packet><a>ä</a></packet>")
                                    .getBytes(Charset.forName(real))));
        assertThat(taken("\ufeff<packet><a>ä</a></packet>").orElseThrow().root().text("a"))
                .isEqualTo("ä");
        for (var broken : new byte[][] {
            {(byte) 0xc3},
            {(byte) 0x80},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xff}
        }) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes("<packet><a>".getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(broken);
            bytes.writeBytes("</a></packet>".getBytes(StandardCharsets.UTF_8));
            assertThat(taken(Sender.once(bytes.toByteArray())))
                    .as(Arrays.toString(broken))
                    .isEmpty();
        }
    }

    private static Optional<String> read(String declared, byte... text) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("<?xml version=\"1.0\" encoding=\"" + declared + "\"?><packet><a>")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(text);
        bytes.writeBytes("</a></packet>".getBytes(StandardCharsets.US_ASCII));
        return taken(Sender.once(bytes.toByteArray()))
                .map(packet -> packet.root().text("a"));
    }

    @Test
    void whatIsDeclaredIsReadSo() throws IOException {
        assertThat(read("ISO-8859-1", (byte) 0xfc)).contains("ü");
        assertThat(read("iso-8859-1", (byte) 0xc3, (byte) 0xbc)).contains("Ã¼");
        assertThat(read("windows-1252", (byte) 0x80)).contains("€");
        assertThat(read("windows-1252", (byte) 0x81)).isEmpty();
        assertThat(read("US-ASCII", (byte) 'x')).contains("x");
        assertThat(read("US-ASCII", (byte) 0xfc)).isEmpty();
        assertThat(read("UTF-8", (byte) 0xc3, (byte) 0xbc)).contains("ü");
        assertThat(read("UTF-8", (byte) 0xfc)).isEmpty();
        assertThat(read("Shift_JIS", (byte) 'x')).isEmpty();
        assertThat(read("UTF-16", (byte) 0xc3, (byte) 0xbc))
                .as("what can be read is not UTF-16")
                .contains("ü");
        for (var real : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8))
            for (var declared : List.of("", "<?xml version=\"1.0\" encoding='utf-16'?>"))
                assertThat(taken(Sender.once(("\ufeff" + declared + "<packet><a>ä€𝄞</a></packet>").getBytes(real)))
                                .orElseThrow()
                                .root()
                                .text("a"))
                        .as(real + declared)
                        .isEqualTo("ä€𝄞");
        assertThat(Packets.version(Packets.body(new ByteArrayInputStream(
                        "\ufeff<packet version=\"1.6.3.0\"/>".getBytes(StandardCharsets.UTF_16LE)))))
                .isEqualTo("1.6.3.0");
        var endless = "\ufeff<packet><a>" + "x".repeat(2_000_000) + "</a></packet>";
        assertThat(taken(Sender.once(endless.getBytes(StandardCharsets.UTF_16LE))))
                .as("as many bytes as in any other encoding")
                .isEmpty();
    }

    @Test
    void charactersThatXmlDoesNotHaveAreFaults() {
        for (char c = 0; c < ' '; c++) {
            if (c == '\t' || c == '\n' || c == '\r') continue;
            for (var packet : new String[] {
                "<packet><a>" + c + "</a></packet>",
                "<packet version=\"" + c + "\"/>",
                "<pac" + c + "ket/>",
                "<packet><!--" + c + "--></packet>",
                "<packet>&#" + (int) c + ";</packet>",
                c + "<packet/>"
            }) assertThat(taken(packet)).as("%d in %s", (int) c, packet).isEmpty();
        }
        for (var c : new String[] {"\ufffe", "\uffff"})
            assertThat(taken("<packet><a>" + c + "</a></packet>")).isEmpty();
    }

    @Test
    void whatXmlCannotCarryIsLeftOutOfAnswers() {
        var read = taken(Sender.once(written(List.of(Element.of("a", "x\u0000\u0008\uffffy\ud800z")), false)));
        assertThat(read.orElseThrow().root().text("a")).isEqualTo("xyz");
    }
}
