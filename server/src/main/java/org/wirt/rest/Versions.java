package org.wirt.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirt.operation.Inputs;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Which state of an object a program knows, against lost updates (RFC 9110 8.8.3 and 13.1.1).
final class Versions {

    static final String FIELD = "version";
    static final String IF_MATCH = "If-Match";
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    private static Optional<String> known(Call call) {
        return Optional.ofNullable(call.request().getHeader(IF_MATCH));
    }

    /// The input, with the version of the header where there is one.
    ///
    /// @throws Refused where it is none that this door gives, or the verb heeds none
    static Map<String, List<String>> into(Call call, Verbs.Known<?, ?> verb, Map<String, List<String>> input) {
        var header = known(call);
        if (header.isEmpty()) return input;
        var tag = TAG.matcher(header.get().strip());
        if (Inputs.fields(verb.input()).stream()
                .noneMatch(field -> field.getName().equals(FIELD)))
            throw new Refused(Refusal.invalid(IF_MATCH, "input-unknown"));
        if (!tag.matches()) throw new Refused(Refusal.invalid(IF_MATCH, "field-form"));
        var with = new LinkedHashMap<>(input);
        with.put(FIELD, List.of(tag.group(1)));
        return with;
    }

    /// Whether what was refused is what the header asked for.
    static boolean failed(Call call, Refused refused) {
        return known(call).isPresent() && refused.first().code().equals("changed-meanwhile");
    }
}
