package org.wirt.listing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// What somebody typed to narrow a list down. Where nothing was typed there is no condition; what cannot be read as a
/// number matches nothing.
public record Narrowing(Map<String, List<String>> parameters) {

    private static final int LAST_YEAR = 9999;

    /// Empty where nothing was typed.
    public String text(String parameter) {
        return PageRequest.first(parameters, parameter).replace("\0", "");
    }

    /// @param column in small letters
    public Optional<Condition> contains(String parameter, String column) {
        var text = text(parameter).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(DSL.condition(column + " like {0}", DSL.val("%" + escaped(text) + "%")));
    }

    /// @param condition with `{0}` where the number goes
    public Optional<Condition> number(String parameter, String condition) {
        var text = PageRequest.first(parameters, parameter);
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(DSL.condition(condition, DSL.val(Long.parseLong(text))));
        } catch (NumberFormatException _) {
            return Optional.of(DSL.falseCondition());
        }
    }

    /// The beginning of a day, here.
    public Optional<OffsetDateTime> day(String parameter) {
        try {
            return Optional.of(text(parameter))
                    .filter(t -> !t.isEmpty())
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR)
                    .map(day -> day.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// As it stands in a pattern.
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
