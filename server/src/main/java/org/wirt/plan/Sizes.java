package org.wirt.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirt.value.InvalidValue;
import org.wirt.value.WrittenNumber;

/// Amounts of limits as people type them: a number, and for sizes a unit beside it, in binary steps. Programs say
/// sizes in bytes, as they are told to them.
public final class Sizes {

    public static final List<String> UNITS = List.of("MB", "GB", "TB");
    private static final List<String> STEPS = List.of("B", "KB", "MB", "GB", "TB", "PB");

    private static final Pattern WITH_UNIT = Pattern.compile("(?i)(.*[0-9]) ?(?:([KMGTP])(?:i?B)?)");

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
                .divide(new BigDecimal(size("MB")), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Written(WrittenNumber.write(megabytes, reader), "MB");
    }

    /// @param step the unit that was chosen beside it; blank: none was, and bytes are meant unless the text has its own
    /// @throws InvalidValue for what is no amount in the reader's language
    static long read(Unit unit, String typed, String step, Locale reader) {
        if (!hasUnits(unit)) return WrittenNumber.readWhole(typed, reader);
        if (step.isBlank()) return bytes(typed, reader);
        return times(WrittenNumber.read(typed, reader), step);
    }

    /// A size as programs say it: bytes, or so many of a unit, `10G` as well as `10 GB` (each 1024 times the one
    /// before).
    ///
    /// @throws InvalidValue for what is neither
    public static long bytes(String typed, Locale writer) {
        var written = WITH_UNIT.matcher(typed.strip());
        if (!written.matches()) return WrittenNumber.readWhole(typed, writer);
        return times(
                WrittenNumber.read(written.group(1), writer), written.group(2).toUpperCase(Locale.ROOT) + "B");
    }

    private static long times(BigDecimal number, String step) {
        try {
            return number.multiply(new BigDecimal(size(step)))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
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
