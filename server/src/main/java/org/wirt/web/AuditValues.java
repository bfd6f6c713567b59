package org.wirt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirt.audit.AuditLine;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.speech.Texts;
import org.wirt.value.Causes;
import org.wirt.web.ui.Cell;

/// What a line of the audit log changed, in the reader's words: labels as on the forms, names instead of numbers. What
/// a verb remembers only to be taken back is not shown.
final class AuditValues {

    private static final Map<String, String> SAME =
            Map.of("provider_id", "provider", "plan_id", "plan", "binding.plan", "plan");
    private static final Set<String> SWITCHES =
            Set.of("active", "disabled", "oversell", "keep", "alias", "answers", "mailOff");
    private static final Set<String> NUMBERED =
            Set.of("provider", "plan", "addOn", "customer", "reseller", "subscription");
    private static final Pattern MOMENT = Pattern.compile("\"at\":\"([^\"]+)\"");

    private final Texts t;
    private final AuditNames.Found names;

    AuditValues(Texts t, AuditNames.Found names) {
        this.t = t;
        this.names = names;
    }

    List<Cell.Value> of(AuditLine line) {
        var before = known(line.before());
        var after = known(line.after());
        var keys = new LinkedHashMap<>(before);
        keys.putAll(after);
        var values = new ArrayList<Cell.Value>();
        for (var key : keys.keySet()) {
            var was = said(key, before.getOrDefault(key, ""));
            var is = said(key, after.getOrDefault(key, ""));
            if (was.equals(is)) continue;
            values.add(new Cell.Value(label(key), was, is.isEmpty() && after.containsKey(key) ? "–" : is));
        }
        return values;
    }

    private Map<String, String> known(Map<String, String> stored) {
        var known = new LinkedHashMap<String, String>();
        stored.forEach((name, value) -> {
            var key = SAME.getOrDefault(name, name);
            boolean list = value.startsWith("[") && !key.equals("expires");
            if (!list && isKnown(key)) known.put(key, value);
        });
        return known;
    }

    private boolean isKnown(String key) {
        return t.has("web.value." + key)
                || ofCatalogue(key)
                || NotificationWords.label(t, key).isPresent();
    }

    private String label(String key) {
        return NotificationWords.label(t, key).orElseGet(() -> t.of(ofCatalogue(key) ? key : "web.value." + key));
    }

    private boolean ofCatalogue(String key) {
        return (key.startsWith("limit.") || key.startsWith("permission.")) && t.has(key);
    }

    private String said(String key, String value) {
        if (NUMBERED.contains(key)) return named(key, value);
        if (value.isEmpty()) return "";
        if (SWITCHES.contains(key)
                || key.startsWith("permission.")
                || key.startsWith("told.")
                || key.startsWith("also-told.")) return t.of(Boolean.parseBoolean(value) ? "web.yes" : "web.no");
        if (key.startsWith("limit.")) return amount(key.substring("limit.".length()), value);
        return switch (key) {
            case "reasons" -> reasons(value);
            case "kind" -> word("web.level." + plain(value), value);
            case "role" -> word("user-role." + plain(value).replace('_', '-'), value);
            case "off-because" -> word("web.web-hook.off." + value, value);
            case "quota" -> amount(Catalogue.MAILBOX_SIZE, value);
            case "disk-used" -> amount(Catalogue.DISK_SPACE, value);
            case "traffic-used" -> amount(Catalogue.TRAFFIC, value);
            case "mail" -> word("web.mail-policy." + plain(value), value);
            case "mode" -> word("web.hosting.redirect." + plain(value), value);
            case "way" -> word("web.way." + plain(value), value);
            case "overuse" -> word("overuse." + plain(value), value);
            case "language" -> Locale.of(value).getDisplayLanguage(t.locale());
            case "country" -> Locale.of("", value).getDisplayCountry(t.locale());
            case "password" -> t.of("web.value.password.set");
            case "apps" -> value.equals("*") ? t.of("web.all-apps") : value;
            case "expires" -> days(value);
            case "last-day" -> t.date(LocalDate.parse(value));
            case "until" -> t.date(HostingWords.lastDay(Instant.parse(value)));
            default -> value;
        };
    }

    private String named(String key, String number) {
        if (number.isEmpty()) return key.equals("plan") ? t.of("web.custom") : "";
        return names.name(key, number).orElseGet(() -> t.of("web.value.number", number));
    }

    private String amount(String limit, String value) {
        try {
            return new Amount(Catalogue.limit(limit), Long.parseLong(value)).in(t.locale(), word -> t.of(word));
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private String reasons(String value) {
        try {
            var causes = new Causes(Integer.parseInt(value)).list();
            return causes.isEmpty()
                    ? t.of("web.status.active")
                    : causes.stream().map(c -> AccountWords.word(t, c)).collect(Collectors.joining(", "));
        } catch (NumberFormatException _) {
            return value;
        }
    }

    /// One end, or the ends of several subscriptions.
    private String days(String value) {
        if (!value.startsWith("[")) return day(value);
        return MOMENT.matcher(value).results().map(end -> day(end.group(1))).collect(Collectors.joining(", "));
    }

    private String day(String moment) {
        try {
            return t.date(Instant.parse(moment));
        } catch (DateTimeParseException _) {
            return moment;
        }
    }

    private String word(String key, String otherwise) {
        return t.has(key) ? t.of(key) : otherwise;
    }

    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
