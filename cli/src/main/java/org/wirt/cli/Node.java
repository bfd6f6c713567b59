package org.wirt.cli;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// A node of a packet of XML: its name, and either text or other nodes.
final class Node {

    private static final int DEEPEST = 50;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Node> children = new ArrayList<>();

    Node(String name) {
        this.name = name;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Hands over every node of one of these names as soon as it has been read, so that a long answer need not be kept.
    ///
    /// @throws XMLStreamException also where it is no packet
    static void each(InputStream in, List<String> wanted, Consumer<Node> found) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(in);
        var open = new ArrayDeque<Node>();
        boolean begun = false;
        while (reader.hasNext())
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!begun && !reader.getLocalName().equals("packet")) throw new XMLStreamException("no packet");
                    begun = true;
                    if (open.isEmpty() && !wanted.contains(reader.getLocalName())) continue;
                    var node = new Node(reader.getLocalName());
                    if (!open.isEmpty()) open.getLast().children.add(node);
                    open.addLast(node);
                    if (open.size() > DEEPEST) throw new XMLStreamException("too deep");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) open.getLast().text.append(reader.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (open.isEmpty()) continue;
                    var node = open.removeLast();
                    if (open.isEmpty()) found.accept(node);
                }
                default -> {}
            }
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString().strip();
    }

    List<Node> children() {
        return children;
    }

    Optional<Node> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /// An empty one where it is missing.
    Node part(String wanted) {
        return child(wanted).orElseGet(() -> new Node(wanted));
    }

    /// Empty where it is missing.
    String text(String wanted) {
        return part(wanted).text();
    }

    List<Node> all(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    Node add(Node child) {
        children.add(child);
        return this;
    }

    Node add(String child, String content) {
        var node = new Node(child);
        node.text.append(content);
        return add(node);
    }

    /// As it is sent.
    String xml() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name).append('>');
        if (children.isEmpty()) out.append(escaped(text.toString()));
        else for (var child : children) child.write(out);
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
