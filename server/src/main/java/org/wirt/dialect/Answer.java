package org.wirt.dialect;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The answer to a packet, written as it comes into being: nothing is kept of what is told.
public final class Answer implements AutoCloseable {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final int INDENT = 2;

    private final XMLStreamWriter writer;
    private final boolean pretty;
    private int depth;

    /// @param pretty one node in a line, for clients that read lines
    public Answer(OutputStream to, boolean pretty) {
        this.pretty = pretty;
        try {
            // To a stream it would give away byte by byte, which is most of the work of an answer about everybody.
            this.writer = FACTORY.createXMLStreamWriter(
                    new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
            writer.writeStartDocument("UTF-8", "1.0");
            if (!pretty) writer.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    public void packet(String version, Runnable content) {
        open("packet", List.of("version", version), content);
    }

    public void within(String name, Runnable content) {
        open(name, List.of(), content);
    }

    /// The packet was refused as a whole.
    public void system(Fault fault) {
        write(new Element("system")
                .add("status", "error")
                .add("errcode", fault.number())
                .add("errtext", fault.text()));
    }

    private void open(String name, List<String> attribute, Runnable content) {
        try {
            line();
            writer.writeStartElement(name);
            if (!attribute.isEmpty()) writer.writeAttribute(attribute.getFirst(), attribute.getLast());
            depth++;
            content.run();
            depth--;
            line();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    public void write(Element element) {
        try {
            line();
            if (element.children().isEmpty()) {
                if (element.exactly().isEmpty()) {
                    writer.writeEmptyElement(element.name());
                    return;
                }
                writer.writeStartElement(element.name());
                text(clean(element.exactly()));
                writer.writeEndElement();
                return;
            }
            writer.writeStartElement(element.name());
            depth++;
            for (var child : element.children()) write(child);
            depth--;
            line();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A carriage return stays one only as a reference: read as it stands, it is a line feed.
    private void text(String text) throws XMLStreamException {
        var parts = text.split("\r", -1);
        writer.writeCharacters(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            writer.writeEntityRef("#13");
            writer.writeCharacters(parts[i]);
        }
    }

    /// Characters that XML 1.0 cannot carry are left out.
    private static String clean(String text) {
        if (Characters.areAllowed(text)) return text;
        return text.codePoints()
                .filter(Characters::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void line() throws XMLStreamException {
        if (!pretty) return;
        writer.writeCharacters("\n" + " ".repeat(depth * INDENT));
    }

    @Override
    public void close() {
        try {
            if (pretty) writer.writeCharacters("\n");
            writer.flush();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
