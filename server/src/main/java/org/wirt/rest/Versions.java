package org.wirt.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirt.operation.Inputs;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Which state of an object a program knows, against lost updates (RFC 9110 13.1.1).
final class Versions {

    static final String FIELD = "version";
    static final String IF_MATCH = "If-Match";
    static final String CHANGED = "changed-meanwhile";

    private static final Pattern NUMBER = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    private static final Pattern TAGS = Pattern.compile(TAG + "(\\s*,\\s*(" + TAG + ")?)*");

    private Versions() {}

    /// @param any whether it must only be there
    /// @param tags one of which it must have; a weak one is never enough
    record Known(boolean any, List<String> tags) {

        boolean matches(String tag) {
            return any || tags.contains(tag);
        }
    }

    /// @throws Refused where the header is none
    static Optional<Known> known(Call call) {
        return header(call).map(text -> {
            if (text.equals("*")) return new Known(true, List.of());
            if (!TAGS.matcher(text).matches()) throw new Refused(Refusal.invalid(IF_MATCH, "if-match-form"));
            var tags = new ArrayList<String>();
            TAG.matcher(text).results().filter(tag -> tag.group(1) == null).forEach(tag -> tags.add(tag.group()));
            return new Known(false, tags);
        });
    }

    private static Optional<String> header(Call call) {
        return Optional.ofNullable(call.request().getHeader(IF_MATCH)).map(String::strip);
    }

    /// Whether the header says the `version` that the answer's body told.
    static boolean isNumber(Call call, Verbs.Known<?, ?> verb) {
        return counts(verb)
                && header(call).filter(text -> NUMBER.matcher(text).matches()).isPresent();
    }

    /// Whether a verb heeds the number of an edit.
    static boolean counts(Verbs.Known<?, ?> verb) {
        return Inputs.fields(verb.input()).stream()
                .anyMatch(field -> field.getName().equals(FIELD)
                        && !field.getGenericType().getTypeName().contains("String"));
    }

    /// The input, with the number of the header.
    static Map<String, List<String>> into(Call call, Map<String, List<String>> input) {
        var number = NUMBER.matcher(header(call).orElse(""));
        if (!number.matches()) return input;
        var with = new LinkedHashMap<>(input);
        with.put(FIELD, List.of(number.group(1)));
        return with;
    }

    /// Whether what was refused is what the header asked for.
    static boolean failed(Call call, Refused refused) {
        return header(call).isPresent() && refused.first().code().equals(CHANGED);
    }
}
