package org.wirt.plan;

import java.math.BigDecimal;
import java.util.List;
import org.wirt.value.InvalidValue;

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
    public static Written write(Unit unit, long value) {
        if (!hasUnits(unit)) return new Written(Long.toString(value), "");
        for (var step : UNITS.reversed()) {
            long size = size(step);
            if (value % size == 0 && value > 0) return new Written(Long.toString(value / size), step);
        }
        var megabytes = new BigDecimal(value)
                .divide(new BigDecimal(size("MB")), 3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Written(megabytes.toPlainString(), "MB");
    }

    static long read(Unit unit, String typed, String step) {
        try {
            var number = new BigDecimal(typed.strip().replace(',', '.'));
            if (number.signum() < 0) throw new InvalidValue("number-form");
            var factor = hasUnits(unit) ? size(step.isEmpty() ? "GB" : step) : 1;
            var value = number.multiply(new BigDecimal(factor));
            if (!hasUnits(unit) && value.stripTrailingZeros().scale() > 0) throw new InvalidValue("number-form");
            return value.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException _) {
            throw new InvalidValue("number-too-large");
        } catch (NumberFormatException _) {
            throw new InvalidValue("number-form");
        }
    }

    private static long size(String step) {
        int index = STEPS.indexOf(step);
        if (index < 0) throw new InvalidValue("choice-unknown");
        return 1L << (10 * index);
    }
}
