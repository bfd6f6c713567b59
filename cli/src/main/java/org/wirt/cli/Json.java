package org.wirt.cli;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of JSON (RFC 8259), read leniently by whoever asks it: what is not there is empty. Of our own, because a
/// library takes longer to load than a whole command may last (decision 0028).
final class Json {

    static final Json MISSING = new Json(null);

    /// What is no JSON.
    static final class Malformed extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        private Malformed(int at) {
            super("No JSON at character " + at, null, false, false);
        }
    }

    /// A number as it was written.
    private record Figure(String written) {}

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    static Json of(String text) {
        var reader = new Reader(text);
        var json = reader.value(0);
        reader.skip();
        if (reader.at < text.length()) throw reader.wrong();
        return json;
    }

    boolean isMissing() {
        return value == null;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    Json at(String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof Json json ? json : MISSING;
    }

    /// The names of an object's fields, in their order.
    List<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    List<Json> list() {
        return value instanceof List<?> list
                ? list.stream().map(Json.class::cast).toList()
                : List.of();
    }

    String text() {
        return switch (value) {
            case null -> "";
            case Figure figure -> figure.written;
            case Map<?, ?> _, List<?> _ -> toString();
            case Object simple -> simple.toString();
        };
    }

    long number() {
        return value instanceof Figure figure && figure.written.matches("-?\\d{1,18}")
                ? Long.parseLong(figure.written)
                : 0;
    }

    @Override
    public String toString() {
        return switch (value) {
            case null -> "null";
            case Figure figure -> figure.written;
            case Object other -> write(other);
        };
    }

    /// Text of maps, lists, strings, numbers, booleans and what was read.
    static String write(Object value) {
        var out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                var next = "{";
                for (var entry : map.entrySet()) {
                    out.append(next);
                    quote(out, String.valueOf(entry.getKey()));
                    out.append(':');
                    write(out, entry.getValue());
                    next = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                var next = "[";
                for (var one : list) {
                    out.append(next);
                    write(out, one);
                    next = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case CharSequence text -> quote(out, text.toString());
            default -> out.append(value);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ')
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            else out.append(c);
        }
        out.append('"');
    }

    /// Reads one text from its beginning to its end.
    private static final class Reader {

        private static final int DEEPEST = 64;

        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Malformed wrong() {
            return new Malformed(at);
        }

        private void skip() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        }

        private char next() {
            skip();
            if (at >= text.length()) throw wrong();
            return text.charAt(at);
        }

        private boolean takes(char wanted) {
            if (next() != wanted) return false;
            at++;
            return true;
        }

        private void expect(char wanted) {
            if (!takes(wanted)) throw wrong();
        }

        private Json value(int depth) {
            if (depth > DEEPEST) throw wrong();
            return switch (next()) {
                case '{' -> object(depth);
                case '[' -> list(depth);
                case '"' -> new Json(string());
                default -> word();
            };
        }

        private Json object(int depth) {
            var fields = new LinkedHashMap<String, Json>();
            at++;
            if (takes('}')) return new Json(fields);
            do {
                if (next() != '"') throw wrong();
                var name = string();
                expect(':');
                fields.put(name, value(depth + 1));
            } while (takes(','));
            expect('}');
            return new Json(fields);
        }

        private Json list(int depth) {
            var list = new ArrayList<Json>();
            at++;
            if (takes(']')) return new Json(list);
            do list.add(value(depth + 1));
            while (takes(','));
            expect(']');
            return new Json(list);
        }

        private Json word() {
            int start = at;
            while (at < text.length() && ",]} \t\r\n:".indexOf(text.charAt(at)) < 0) at++;
            var word = text.substring(start, at);
            return switch (word) {
                case "null" -> MISSING;
                case "true" -> new Json(true);
                case "false" -> new Json(false);
                default -> {
                    if (!word.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) throw wrong();
                    yield new Json(new Figure(word));
                }
            };
        }

        private String string() {
            var out = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"') return out.toString();
                out.append(c == '\\' ? escaped() : c);
            }
            throw wrong();
        }

        private static boolean isHex(String digits) {
            return digits.chars().allMatch(HexFormat::isHexDigit);
        }

        private char escaped() {
            if (at >= text.length()) throw wrong();
            char c = text.charAt(at++);
            return switch (c) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    if (at + 4 > text.length() || !isHex(text.substring(at, at + 4))) throw wrong();
                    at += 4;
                    yield (char) HexFormat.fromHexDigits(text, at - 4, at);
                }
                case '"', '\\', '/' -> c;
                default -> throw wrong();
            };
        }
    }
}
