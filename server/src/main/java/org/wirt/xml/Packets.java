package org.wirt.xml;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wirt.dialect.Element;
import org.wirt.dialect.Fault;

/// Reads packets from strangers: no document type, no entities, bounded in size, depth and number of nodes, so that
/// nobody makes the panel read for long or remember much.
final class Packets {

    /// Bytes; the largest honest packet carries a certificate.
    static final int LARGEST = 2 * 1024 * 1024;

    /// Bytes, in which the root of an honest packet begins.
    private static final int BEGINNING = 4 * 1024;

    private static final int DEEPEST = 40;
    /// Beginnings, ends, texts, comments.
    private static final int MOST_SEEN = 300_000;

    private static final XMLInputFactory FACTORY = factory();

    private Packets() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Entities are not read");
        });
        return factory;
    }

    /// A packet as it was read.
    ///
    /// @param version as asked for; empty: none was
    record Packet(String version, Element root) {}

    /// Read before the parser does, which would tell standard error of every byte that is wrong.
    private static Reader characters(InputStream body) throws IOException {
        return Encoding.characters(new Bounded(body));
    }

    /// To be read twice: its beginning by itself first.
    static BufferedInputStream body(InputStream received) {
        return new BufferedInputStream(received, BEGINNING);
    }

    /// The version that is asked for at the beginning of a body, which stays as it was; empty where none can be read.
    static String version(BufferedInputStream body) throws IOException {
        body.mark(BEGINNING);
        try {
            var reader =
                    FACTORY.createXMLStreamReader(characters(new ByteArrayInputStream(body.readNBytes(BEGINNING))));
            try {
                while (reader.hasNext()) if (reader.next() == XMLStreamConstants.START_ELEMENT) return version(reader);
                return "";
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | IllegalArgumentException | CharacterCodingException | Fault _) {
            // Whoever reads the whole of it says what is wrong.
            return "";
        } finally {
            body.reset();
        }
    }

    private static String version(XMLStreamReader reader) {
        var asked = reader.getAttributeValue(null, "version");
        return asked == null ? "" : asked.strip();
    }

    /// @throws Fault 1014 for whatever is no packet
    static Packet read(InputStream body) {
        try {
            var reader = FACTORY.createXMLStreamReader(characters(body));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | IOException | IllegalArgumentException e) {
            throw Fault.malformed(why(e));
        }
    }

    private static String why(Exception e) {
        boolean bytes = e instanceof CharacterCodingException
                || (e instanceof XMLStreamException wrong
                        && wrong.getNestedException() instanceof CharacterCodingException);
        if (bytes) return "it has bytes that are no characters of its encoding";
        return e.getMessage() == null
                ? "unreadable"
                : e.getMessage().lines().findFirst().orElse("unreadable");
    }

    private static Packet read(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayDeque<Element>();
        var version = "";
        Element root = null;
        int seen = 0;
        while (reader.hasNext()) {
            if (++seen > MOST_SEEN) throw Fault.malformed("too large");
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST) throw Fault.malformed("too large");
                    var element = new Element(reader.getLocalName());
                    if (open.isEmpty()) {
                        if (!element.name().equals("packet")) throw Fault.malformed("the root is not packet");
                        version = version(reader);
                    } else {
                        open.getLast().add(element);
                    }
                    open.addLast(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) open.getLast().write(reader.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var ended = open.removeLast();
                    if (open.isEmpty()) root = ended;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Fault.malformed("document types and entities are not read");
                default -> {}
            }
        }
        // Nothing but comments follows it, or the reader says what is wrong.
        if (root == null) throw Fault.malformed("it ends too early");
        return new Packet(version, root);
    }

    /// Ends where it becomes too long.
    private static final class Bounded extends InputStream {

        private final InputStream inner;
        private int left = LARGEST;

        private Bounded(InputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) throw Fault.malformed("too large");
            left--;
            return inner.read();
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            if (left <= 0) throw Fault.malformed("too large");
            int count = inner.read(into, start, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
