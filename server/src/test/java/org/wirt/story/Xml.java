package org.wirt.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Packets as a reviewer reads them.
final class Xml {

    private Xml() {}

    static Element parse(String text) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    static List<Node> children(Node node) {
        var children = node.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).toList();
    }

    private static List<Element> elements(Node node) {
        return children(node).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static Element first(Element element) {
        return elements(element).getFirst();
    }

    /// An attribute that is for the reader of a script only.
    static String taken(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        element.removeAttribute(attribute);
        return value;
    }

    /// One node in a line, in its order.
    static String pretty(Element element) {
        var text = new StringBuilder();
        write(element, "", text);
        return text.toString();
    }

    private static void write(Element element, String indent, StringBuilder text) {
        var name = element.getTagName();
        var version = element.getAttribute("version");
        var open = indent + "<" + name + (version.isEmpty() ? "" : " version=\"" + version + "\"");
        var within = elements(element);
        if (within.isEmpty()) {
            var content = escaped(element.getTextContent());
            text.append(open)
                    .append(content.isEmpty() ? "/>" : ">" + content + "</" + name + ">")
                    .append('\n');
            return;
        }
        text.append(open).append(">\n");
        within.forEach(child -> write(child, indent + "  ", text));
        text.append(indent).append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Of what differs from machine to machine only the nodes remain, each once.
    static void onlyTheShape(Element element) {
        var within = elements(element);
        if (within.isEmpty()) {
            if (!element.getTagName().equals("status")
                    && !element.getTextContent().isEmpty()) element.setTextContent("~");
            return;
        }
        var seen = new HashSet<String>();
        for (var child : within) {
            if (seen.add(child.getTagName())) onlyTheShape(child);
            else element.removeChild(child);
        }
    }
}
