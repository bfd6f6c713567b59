package org.wirt.engine.node;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// One question to a DNS server on this machine (RFC 1035), and what it says.
record DnsQuestion(int port, String name, int type) {

    static final int AXFR = 252;

    private static final int PATIENCE_MILLIS = 5000;
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("A", 1),
            Map.entry("NS", 2),
            Map.entry("CNAME", 5),
            Map.entry("SOA", 6),
            Map.entry("PTR", 12),
            Map.entry("MX", 15),
            Map.entry("TXT", 16),
            Map.entry("AAAA", 28),
            Map.entry("SRV", 33),
            Map.entry("DS", 43),
            Map.entry("TLSA", 52),
            Map.entry("HTTPS", 65),
            Map.entry("ANY", 255),
            Map.entry("CAA", 257));

    /// @param code    0 no error, 3 no such name, 5 refused
    /// @param answers as they stand in a zone's file, without name and class
    /// @param other   types of what stands in the other two parts
    record Answer(int code, boolean authoritative, List<String> answers, List<Integer> other) {}

    static DnsQuestion of(int port, String name, String type) {
        return new DnsQuestion(port, name, TYPES.get(type));
    }

    Answer ask() {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var question = packet();
            socket.send(new DatagramPacket(question, question.length, InetAddress.getLoopbackAddress(), port));
            var packet = new DatagramPacket(new byte[4096], 4096);
            socket.receive(packet);
            return read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Over a connection, as whole zones are asked for. The first after the server's database was away is closed
    /// unanswered, and resolvers ask again.
    Answer askOnALine() {
        try {
            return onALine();
        } catch (EOFException _) {
            try {
                return onALine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer onALine() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            var question = packet();
            out.writeShort(question.length);
            out.write(question);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return read(ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort())));
        }
    }

    private byte[] packet() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (int word : new int[] {4711, 0, 1, 0, 0, 0}) out.writeShort(word);
        for (var label : name.split("\\.", -1)) {
            var letters = label.getBytes(StandardCharsets.ISO_8859_1);
            out.writeByte(letters.length);
            out.write(letters);
        }
        out.writeByte(0);
        out.writeShort(type);
        out.writeShort(1);
        return bytes.toByteArray();
    }

    private static Answer read(ByteBuffer in) {
        int flags = in.getShort(2) & 0xFFFF;
        int questions = in.getShort(4);
        int answers = in.getShort(6);
        int others = in.getShort(8) + in.getShort(10);
        in.position(12);
        for (int i = 0; i < questions; i++) {
            name(in);
            in.getInt();
        }
        var said = new ArrayList<String>();
        for (int i = 0; i < answers; i++) said.add(record(in, new ArrayList<>()));
        var types = new ArrayList<Integer>();
        for (int i = 0; i < others; i++) record(in, types);
        return new Answer(
                flags & 15, (flags & 0x400) != 0, said.stream().sorted().toList(), types);
    }

    private static String record(ByteBuffer in, List<Integer> types) {
        name(in);
        int type = in.getShort() & 0xFFFF;
        types.add(type);
        in.getShort();
        int ttl = in.getInt();
        int length = in.getShort() & 0xFFFF;
        int end = in.position() + length;
        var word = TYPES.entrySet().stream()
                .filter(one -> one.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("TYPE" + type);
        var text = word + " " + ttl + " " + data(in, word, length);
        in.position(end);
        return text;
    }

    private static String data(ByteBuffer in, String type, int length) {
        return switch (type) {
            case "A", "AAAA" -> address(in, length);
            case "NS", "CNAME", "PTR" -> name(in);
            case "MX" -> in.getShort() + " " + name(in);
            case "SRV" -> in.getShort() + " " + in.getShort() + " " + (in.getShort() & 0xFFFF) + " " + name(in);
            case "SOA" -> name(in) + " " + name(in) + " " + in.getInt();
            case "TXT" -> texts(in, in.position() + length);
            case "CAA" -> {
                int end = in.position() + length;
                yield in.get() + " " + text(in) + " " + letters(in, end - in.position());
            }
            default -> HexFormat.of().formatHex(bytes(in, length));
        };
    }

    private static String address(ByteBuffer in, int length) {
        try {
            return InetAddress.getByAddress(bytes(in, length)).getHostAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String texts(ByteBuffer in, int end) {
        var all = new StringBuilder();
        while (in.position() < end) all.append(text(in));
        return all.toString();
    }

    private static String text(ByteBuffer in) {
        return letters(in, in.get() & 0xFF);
    }

    private static String letters(ByteBuffer in, int length) {
        return new String(bytes(in, length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /// With the pointers to what stands further ahead followed.
    private static String name(ByteBuffer in) {
        var labels = new ArrayList<String>();
        int behind = -1;
        for (int length = in.get() & 0xFF; length > 0; length = in.get() & 0xFF) {
            if (length < 64) {
                labels.add(letters(in, length));
                continue;
            }
            int place = ((length & 63) << 8) | (in.get() & 0xFF);
            if (behind < 0) behind = in.position();
            in.position(place);
        }
        if (behind >= 0) in.position(behind);
        return String.join(".", labels);
    }
}
