package org.wirt.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.wirt.value.InvalidValue;
import org.wirt.value.WrittenNumber;

/// Amounts of limits as people type them: a number, and for sizes a unit beside it, in binary steps.
public final class Sizes {

    public static final List<String> UNITS = List.of("MB", "GB", "TB");
    private static final List<String> STEPS = List.of("B", "KB", "MB", "GB", "TB", "PB");

    private Sizes() {}

    public static boolean hasUnits(Unit unit) {
        return unit == Unit.BYTES || unit == Unit.BYTES_PER_MONTH || unit == Unit.BYTES_PER_SECOND;
    }

    /// An amount and its unit.
    public record Written(String number, String unit) {}

    /// In the largest unit of the form that says it exactly.
    public static Written write(Unit unit, long value, Locale reader) {
        if (!hasUnits(unit)) return new Written(Long.toString(value), "");
        for (var step : UNITS.reversed()) {
            long size = size(step);
            if (value % size == 0 && value > 0) return new Written(Long.toString(value / size), step);
        }
        var megabytes = new BigDecimal(value)
                .divide(new BigDecimal(size("MB")), 3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Written(WrittenNumber.write(megabytes, reader), "MB");
    }

    /// @throws InvalidValue for what is no amount in the reader's language
    static long read(Unit unit, String typed, String step, Locale reader) {
        if (!hasUnits(unit)) return WrittenNumber.readWhole(typed, reader);
        var bytes = WrittenNumber.read(typed, reader).multiply(new BigDecimal(size(step.isEmpty() ? "GB" : step)));
        try {
            return bytes.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException _) {
            throw new InvalidValue("number-too-large");
        }
    }

    private static long size(String step) {
        int index = STEPS.indexOf(step);
        if (index < 0) throw new InvalidValue("choice-unknown");
        return 1L << (10 * index);
    }
}
