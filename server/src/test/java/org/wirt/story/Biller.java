package org.wirt.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A billing system that speaks the XML dialect: packets, headers, and nothing that it knows of Wirt.
final class Biller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// What it is answered.
    record Answer(int status, Map<String, String> headers, String text, Document document) {

        /// What stands at a way: `//result/id`.
        String at(String way) {
            try {
                return XPathFactory.newInstance().newXPath().evaluate(way, document);
            } catch (XPathExpressionException e) {
                throw new AssertionError(e);
            }
        }

        int count(String way) {
            return (int) Double.parseDouble(at("count(" + way + ")"));
        }

        long number(String way) {
            return Long.parseLong(at(way));
        }

        /// Those that stand there, in their order.
        List<Long> numbers(String way) {
            try {
                var found = (NodeList)
                        XPathFactory.newInstance().newXPath().evaluate(way, document, XPathConstants.NODESET);
                return IntStream.range(0, found.getLength())
                        .mapToObj(i -> Long.valueOf(found.item(i).getTextContent()))
                        .toList();
            } catch (XPathExpressionException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final String address;
    private final Map<String, String> headers = new HashMap<>();
    private String version = "";

    Biller(String address, String login, String password) {
        this.address = address;
        headers.put("HTTP_AUTH_LOGIN", login);
        headers.put("HTTP_AUTH_PASSWD", password);
    }

    Biller(String address, String key) {
        this.address = address;
        headers.put("KEY", key);
    }

    Biller saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// The version of the packets from now on.
    Biller speaking(String wanted) {
        version = wanted;
        return this;
    }

    /// Operators in a packet.
    Answer ask(String operators) {
        var attribute = version.isEmpty() ? "" : " version=\"" + version + "\"";
        return send("<?xml version=\"1.0\" encoding=\"UTF-8\"?><packet" + attribute + ">" + operators + "</packet>");
    }

    Answer send(String packet) {
        var request = HttpRequest.newBuilder(URI.create(address + "/enterprise/control/agent.php"))
                .timeout(Program.PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(packet))
                .header("Content-Type", "text/xml");
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var said = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> said.put(name, values.getFirst()));
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var document = parser.parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
            return new Answer(response.statusCode(), said, response.body(), document);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// An operation on what the filter names.
    static String by(String operator, String operation, String kind, Object value) {
        return "<%1$s><%2$s><filter><%3$s>%4$s</%3$s></filter></%2$s></%1$s>"
                .formatted(operator, operation, kind, value);
    }
}
