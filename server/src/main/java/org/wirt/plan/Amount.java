package org.wirt.plan;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.wirt.value.Spoken;

/// So much of one limit; -1 is unlimited. Sizes are said in binary steps (1 GB = 1024 MB), with at most one decimal.
public record Amount(LimitKey of, long value) implements Spoken {

    private static final String[] STEPS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    @Override
    public String in(Locale reader, UnaryOperator<String> words) {
        if (value == Limits.UNLIMITED) return words.apply("limit.unlimited");
        return switch (of.unit()) {
            case COUNT, MESSAGES_PER_HOUR ->
                NumberFormat.getIntegerInstance(reader).format(value);
            case PERCENT -> NumberFormat.getIntegerInstance(reader).format(value) + "\u00a0%";
            case BYTES, BYTES_PER_MONTH -> size(reader);
            case BYTES_PER_SECOND -> size(reader) + "/s";
        };
    }

    /// The amount behind the name of its limit: Speicherplatz (60 GB).
    public Spoken named() {
        return (reader, words) -> of.in(reader, words) + " (" + in(reader, words) + ")";
    }

    private String size(Locale reader) {
        double amount = value;
        int step = 0;
        while (amount >= 1024 && step < STEPS.length - 1) {
            amount /= 1024;
            step++;
        }
        var format = NumberFormat.getNumberInstance(reader);
        format.setMaximumFractionDigits(step == 0 || amount >= 100 ? 0 : 1);
        return format.format(amount) + "\u00a0" + STEPS[step];
    }
}
