package org.wirt.value;

/// Letters of any script in letters of ASCII, for the DNS. Source: RFC 3492, with its parameters for domain names.
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Punycode() {}

    /// RFC 3492 6.3.
    static String encode(String label) {
        int[] points = label.codePoints().toArray();
        var out = new StringBuilder();
        for (int c : points) if (c < INITIAL_N) out.append((char) c);
        int basic = out.length();
        if (basic > 0) out.append('-');

        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        for (int handled = basic; handled < points.length; ) {
            int next = nextAbove(n, points);
            delta = Math.addExact(delta, Math.multiplyExact(next - n, handled + 1));
            n = next;
            for (int c : points) {
                if (c < n) delta++;
                if (c != n) continue;
                append(delta, bias, out);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static int nextAbove(int n, int[] points) {
        int next = Integer.MAX_VALUE;
        for (int c : points) if (c >= n && c < next) next = c;
        return next;
    }

    private static void append(int delta, int bias, StringBuilder out) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (rest < t) break;
            out.append(DIGITS.charAt(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
        }
        out.append(DIGITS.charAt(rest));
    }

    /// RFC 3492 6.2.
    static String decode(String ascii) {
        try {
            return decoded(ascii);
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            var form = new InvalidValue("domain-form");
            form.initCause(e);
            throw form;
        }
    }

    private static String decoded(String ascii) {
        int basic = Math.max(ascii.lastIndexOf('-'), 0);
        var out = new StringBuilder(ascii.substring(0, basic));
        int n = INITIAL_N;
        int i = 0;
        int bias = INITIAL_BIAS;
        int length = basic;
        for (int at = basic > 0 ? basic + 1 : 0; at < ascii.length(); ) {
            int before = i;
            int weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = DIGITS.indexOf(ascii.charAt(at++));
                if (digit < 0) throw new IllegalArgumentException(ascii);
                i = Math.addExact(i, Math.multiplyExact(digit, weight));
                int t = threshold(k, bias);
                if (digit < t) break;
                weight = Math.multiplyExact(weight, BASE - t);
            }
            length++;
            bias = adapted(i - before, length, before == 0);
            n = Math.addExact(n, i / length);
            i %= length;
            out.insert(out.offsetByCodePoints(0, i), Character.toChars(n));
            i++;
        }
        return out.toString();
    }

    private static int threshold(int k, int bias) {
        return Math.clamp((long) k - bias, T_MIN, T_MAX);
    }

    /// RFC 3492 6.1.
    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
