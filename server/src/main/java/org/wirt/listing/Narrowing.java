package org.wirt.listing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// What somebody typed to narrow a list down. Where nothing was typed there is no condition; what cannot be read as the
/// number or the word that is asked for matches nothing.
public record Narrowing(Map<String, List<String>> parameters) {

    /// Days, more than there are until then.
    private static final long ALL_TIME = 3_000_000;

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
        return word(parameter, text -> new Parameter.Id().read(text).map(n -> DSL.condition(condition, DSL.val(n))));
    }

    public Optional<Condition> amount(String parameter, LongFunction<Condition> meaning) {
        return word(parameter, text -> new Parameter.Amount().read(text).map(meaning::apply));
    }

    /// One of a few words.
    public Optional<Condition> word(String parameter, Function<String, Optional<Condition>> meaning) {
        return Optional.of(text(parameter))
                .filter(t -> !t.isEmpty())
                .map(t -> meaning.apply(t).orElseGet(DSL::falseCondition));
    }

    /// From the beginning of one day to the end of another, both named or one of them. They stand in the statement
    /// itself, so that the plan knows how many days they are.
    public List<Condition> days(String from, String to, String column) {
        if (unreadable(from) || unreadable(to)) return List.of(DSL.falseCondition());
        return Stream.of(
                        day(from).map(d -> DSL.condition(column + " >= {0}", DSL.inline(d))),
                        day(to).map(d -> DSL.condition(column + " < {0}", DSL.inline(d.plusDays(1)))))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Ends today or within so many days, and has not ended yet. What ends with a day still runs on it.
    public Optional<Condition> endsWithin(String parameter, String column) {
        return amount(
                parameter,
                days -> DSL.condition(
                        column + " > now() and " + column + " <= cast(current_date + {0} as timestamptz)",
                        DSL.inline((int) Math.min(days, ALL_TIME) + 1)));
    }

    private boolean unreadable(String parameter) {
        return !text(parameter).isEmpty() && day(parameter).isEmpty();
    }

    private Optional<OffsetDateTime> day(String parameter) {
        return new Parameter.Day().read(text(parameter));
    }

    /// As it stands in a pattern.
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
