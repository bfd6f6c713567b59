package org.wirt.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.wirt.value.InvalidValue;
import org.wirt.value.IpAddress;
import org.wirt.value.TargetName;

/// What an HTTPS record says (RFC 9460 2): how urgent, under which name, and what is known of the service there.
/// Read strictly: one that a name server cannot read takes its neighbours with it.
final class ServiceBinding {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s+(\\S+)((?:\\s+\\S+)*)");
    private static final Pattern PROTOCOLS =
            Pattern.compile("[!#-+\\--\\[\\]-~]{1,255}(?:,[!#-+\\--\\[\\]-~]{1,255})*");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final int LAST_NUMBER = 65_535;
    private static final int LONGEST = 2000;

    /// In the order of their numbers, as servers write them.
    private enum Parameter {
        MANDATORY,
        ALPN,
        NO_DEFAULT_ALPN,
        PORT,
        IPV4HINT,
        ECH,
        IPV6HINT;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private ServiceBinding() {}

    static String value(String typed) {
        var found = FORM.matcher(typed);
        if (typed.length() > LONGEST || !found.matches()) throw wrong();
        int priority = Integer.parseInt(found.group(1));
        if (priority > LAST_NUMBER) throw wrong();
        var target = found.group(2).equals(".") ? "." : new TargetName(found.group(2)).ascii();
        var parameters = parameters(found.group(3).strip());
        // Another name for this one says nothing of the service: RFC 9460 2.4.2.
        if (priority == 0 && !parameters.isEmpty()) throw wrong();
        return priority + " " + target + parameters;
    }

    private static InvalidValue wrong() {
        return new InvalidValue("dns-https-form");
    }

    private static String parameters(String typed) {
        var found = new TreeMap<Parameter, String>();
        for (var one : typed.isEmpty() ? List.<String>of() : List.of(typed.split("\\s+", -1))) {
            int sign = one.indexOf('=');
            var parameter = parameter(sign < 0 ? one : one.substring(0, sign));
            var value = value(parameter, sign < 0 ? "" : unquoted(one.substring(sign + 1)));
            if (found.put(parameter, value) != null) throw wrong();
        }
        var text = new StringBuilder();
        found.forEach((parameter, value) -> text.append(' ')
                .append(parameter.word())
                .append(value.isEmpty() ? "" : "=")
                .append(value));
        return text.toString();
    }

    private static Parameter parameter(String word) {
        for (var parameter : Parameter.values()) if (parameter.word().equals(word)) return parameter;
        throw wrong();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String value(Parameter parameter, String value) {
        return switch (parameter) {
            case NO_DEFAULT_ALPN -> checked(value, value.isEmpty());
            case ALPN -> checked(value, PROTOCOLS.matcher(value).matches());
            case PORT -> checked(value, value.matches("\\d{1,5}") && Integer.parseInt(value) <= LAST_NUMBER);
            case ECH -> checked(value, BASE64.matcher(value).matches());
            case IPV4HINT -> addresses(value, false);
            case IPV6HINT -> addresses(value, true);
            case MANDATORY -> each(value, word -> checked(word, parameter(word) != Parameter.MANDATORY));
        };
    }

    private static String checked(String value, boolean right) {
        if (!right) throw wrong();
        return value;
    }

    private static String addresses(String value, boolean six) {
        return each(value, one -> {
            try {
                var address = new IpAddress(one);
                return checked(address.text(), address.isSix() == six);
            } catch (InvalidValue _) {
                throw wrong();
            }
        });
    }

    private static String each(String value, UnaryOperator<String> one) {
        var all = new ArrayList<String>();
        for (var part : value.split(",", -1)) all.add(one.apply(part));
        return String.join(",", all);
    }
}
