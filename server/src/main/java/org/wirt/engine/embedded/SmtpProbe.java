package org.wirt.engine.embedded;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.wirt.engine.Probe;
import org.wirt.hosting.Service;

/// Offers the mail port a message for each address, and goes before sending one.
public final class SmtpProbe implements Probe {

    private static final int PATIENCE_MILLIS = 3000;
    /// Whoever is refused more often is slowed down, and sent away after twenty times (Postfix,
    /// `smtpd_soft_error_limit`).
    private static final int AT_ONCE = 8;
    private static final int PUT_OFF = 450;
    private static final int UNKNOWN = 550;
    private static final int CODE = 3;

    private final LongFunction<InetSocketAddress> door;

    /// @param door where it is at the moment, by node
    public SmtpProbe(LongFunction<InetSocketAddress> door) {
        this.door = door;
    }

    @Override
    public Service service() {
        return Service.MAIL_IN;
    }

    @Override
    public Map<String, Integer> ask(long node, Collection<String> addresses) throws IOException {
        var door = this.door.apply(node);
        var answers = new LinkedHashMap<String, Integer>();
        var all = List.copyOf(addresses);
        for (int from = 0; from < all.size(); from += AT_ONCE)
            ask(all.subList(from, Math.min(from + AT_ONCE, all.size())), door, answers);
        return answers;
    }

    private static void ask(List<String> addresses, InetSocketAddress door, Map<String, Integer> answers)
            throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(door, PATIENCE_MILLIS);
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            code(lines);
            say(socket, lines, "HELO probe.invalid");
            for (var one : addresses) {
                say(socket, lines, "MAIL FROM:<>");
                answers.put(one, say(socket, lines, "RCPT TO:<" + one + ">"));
                say(socket, lines, "RSET");
            }
        }
    }

    @Override
    public boolean dark(int answer) {
        return answer == PUT_OFF || answer == UNKNOWN;
    }

    private static int say(Socket socket, BufferedReader lines, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return code(lines);
    }

    private static int code(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.length() <= CODE || line.charAt(CODE) != '-') return Integer.parseInt(line.substring(0, CODE));
        }
        throw new EOFException();
    }
}
