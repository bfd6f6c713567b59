package org.wirt.value;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as people write them in their language: "1.000,5" is German, "1,000.5" English. What could be read in two
/// ways is not guessed at. [Locale#ROOT] is how machines write: a point before decimals, and no groups.
public final class WrittenNumber {

    private WrittenNumber() {}

    /// @throws InvalidValue for what is no number, or less than nothing
    public static BigDecimal read(String typed, Locale language) {
        var text = typed.strip();
        boolean negative = text.startsWith("-") || text.startsWith("\u2212");
        var digits = negative ? text.substring(1).strip() : text;
        var symbols = DecimalFormatSymbols.getInstance(language);
        if (!form(symbols, language).matcher(digits).matches()) throw new InvalidValue("number-unreadable");
        var plain = digits.replace(String.valueOf(symbols.getGroupingSeparator()), "")
                .replace(symbols.getDecimalSeparator(), '.');
        var number = new BigDecimal(plain);
        if (negative && number.signum() > 0) throw new InvalidValue("number-negative");
        return number;
    }

    /// @throws InvalidValue also for a fraction, and for more than fits
    public static long readWhole(String typed, Locale language) {
        var number = read(typed, language);
        if (number.stripTrailingZeros().scale() > 0 || hasDecimals(typed, language))
            throw new InvalidValue("number-form");
        try {
            return number.longValueExact();
        } catch (ArithmeticException _) {
            throw new InvalidValue("number-too-large");
        }
    }

    /// Without groups, as a form is filled.
    public static String write(BigDecimal number, Locale language) {
        return number.toPlainString()
                .replace('.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator());
    }

    /// Whoever writes 1,000 in German may have meant a thousand.
    private static boolean hasDecimals(String typed, Locale language) {
        return typed.indexOf(DecimalFormatSymbols.getInstance(language).getDecimalSeparator()) >= 0;
    }

    private static Pattern form(DecimalFormatSymbols symbols, Locale language) {
        var decimals = "(" + Pattern.quote(String.valueOf(symbols.getDecimalSeparator())) + "[0-9]{1,20})?";
        var groups =
                "|[1-9][0-9]{0,2}(" + Pattern.quote(String.valueOf(symbols.getGroupingSeparator())) + "[0-9]{3}){1,8}";
        return Pattern.compile("([0-9]{1,40}" + (language.equals(Locale.ROOT) ? "" : groups) + ")" + decimals);
    }
}
