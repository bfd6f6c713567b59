package org.wirt.xml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.wirt.dialect.Answer;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Fault;
import org.wirt.dialect.Versions;
import org.wirt.value.Manner;

/// Where packets come in. Whatever comes of one, the answer is 200 and tells it inside.
@Controller
class AgentController {

    static final String PATH = "/enterprise/control/agent.php";

    private static final Logger LOG = LoggerFactory.getLogger(AgentController.class);
    private static final String PRETTY = "HTTP_PRETTY_PRINT";
    private static final int MOST_OPERATIONS = 1_000;
    private static final long PASSED_OVER = 32L * 1024 * 1024;

    private final Headers headers;
    private final Dialect dialect;

    AgentController(Headers headers, Dialect dialect) {
        this.headers = headers;
        this.dialect = dialect;
    }

    @PostMapping(PATH)
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        boolean pretty = "true".equalsIgnoreCase(Headers.header(request, PRETTY));
        var version = Versions.NEWEST;
        try (var answer = new Answer(response.getOutputStream(), pretty)) {
            Packets.Packet packet;
            Exchange exchange;
            try {
                var body = Packets.body(request.getInputStream());
                // What cannot be spoken is said before anybody has to prove who he is.
                version = Versions.answered(Packets.version(body));
                exchange = headers.admit(request);
                packet = Packets.read(body);
                version = Versions.answered(packet.version());
                check(packet.root());
            } catch (Fault fault) {
                refused(request, answer, version, fault);
                return;
            } catch (RuntimeException e) {
                LOG.error("A packet could not be taken", e);
                refused(request, answer, version, new Fault(ErrorNumbers.FAILED, "Operation failed."));
                return;
            }
            Manner.DIALECT.taking(() -> {
                answer(packet, exchange, answer);
                return true;
            });
        }
    }

    private static void refused(HttpServletRequest request, Answer answer, String version, Fault fault)
            throws IOException {
        passOver(request.getInputStream());
        answer.packet(version, () -> answer.system(fault));
    }

    /// Whoever is still sending cannot hear the answer. Only so much: then the line is cut.
    private static void passOver(InputStream rest) throws IOException {
        long left = PASSED_OVER;
        long passed;
        while (left > 0 && (passed = rest.skip(left)) > 0) left -= passed;
    }

    private void answer(Packets.Packet packet, Exchange exchange, Answer answer) {
        answer.packet(Versions.answered(packet.version()), () -> {
            for (var asked : operators(packet.root()))
                answer.within(asked.name(), () -> {
                    for (var operation : asked.children())
                        answer.within(
                                operation.name(), () -> dialect.run(asked.name(), operation, exchange, answer::write));
                });
        });
    }

    private static List<Element> operators(Element packet) {
        return packet.children().stream()
                .filter(child -> !child.name().equals("request-settings"))
                .toList();
    }

    /// Nothing in a packet is done when one part of it cannot be understood.
    private void check(Element packet) {
        var all = operators(packet);
        if (all.isEmpty()) throw Fault.malformed("the packet asks for nothing");
        long operations =
                all.stream().mapToLong(operator -> operator.children().size()).sum();
        if (operations > MOST_OPERATIONS)
            throw Fault.malformed("a packet has at most " + MOST_OPERATIONS + " operations");
        for (var operator : all) {
            if (operator.children().isEmpty()) throw Fault.malformed(operator.name() + " asks for nothing");
            for (var operation : operator.children()) dialect.check(operator.name(), operation);
        }
    }
}
