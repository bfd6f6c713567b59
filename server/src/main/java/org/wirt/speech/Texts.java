package org.wirt.speech;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirt.value.Spoken;

/// The words of the panel in the reader's language, and the reader's way to write dates, sizes and counts.
///
/// Texts are [MessageFormat] patterns with `choice` for plurals. A missing key is a fault: nobody ever reads a raw key.
public final class Texts {

    /// The rooms that may bring words, lowest first.
    private static final List<String> ROOMS = List.of(
            "value",
            "access",
            "audit",
            "listing",
            "operation",
            "account",
            "plan",
            "subscription",
            "hosting",
            "engine",
            "notification",
            "hook",
            "web",
            "web-customer",
            "web-move",
            "web-reseller",
            "web-hosting",
            "web-tools",
            "web-hooks",
            "rest");

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

    private final Locale locale;
    private final ZoneId zone;
    private final Function<String, @Nullable String> patterns;
    /// Texts without gaps, read out once: most of what a page says.
    private final ConcurrentHashMap<String, String> plain = new ConcurrentHashMap<>();

    /// Texts with words in their gaps, taken apart once: a list says two of them for every row.
    private final ConcurrentHashMap<String, Pieces> pieces = new ConcurrentHashMap<>();

    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter exactly;

    public Texts(Locale locale, ZoneId zone, Function<String, @Nullable String> patterns) {
        this.locale = locale;
        this.zone = zone;
        this.patterns = patterns;
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.shortDate =
                DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "dd.MM.yyyy" : "MMM d, yyyy", locale);
        this.dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
        this.exactly = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale);
    }

    /// Reads the message files of every room for one language; a room without words has no file.
    public static Texts load(Locale locale) {
        return load(locale, ZoneId.systemDefault());
    }

    public static Texts load(Locale locale, ZoneId zone) {
        var patterns = new HashMap<String, String>();
        for (var room : ROOMS) {
            readInto(patterns, "/messages/" + room + "_" + locale.getLanguage() + ".properties");
        }
        return new Texts(locale, zone, Map.copyOf(patterns)::get);
    }

    private static void readInto(Map<String, String> patterns, String file) {
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) return;
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /// The same words with the clock of another time zone.
    public Texts in(ZoneId other) {
        return new Texts(locale, other, patterns);
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    /// The text of a key, with its gaps filled; numbers are written the reader's way.
    public String of(String key, @Nullable Object... gaps) {
        var known = gaps.length == 0 ? plain.get(key) : null;
        if (known != null) return known;
        var pattern = patterns.apply(key);
        if (pattern == null) {
            throw new MissingResourceException("No text in '" + lang() + "' for " + key, Texts.class.getName(), key);
        }
        if (gaps.length == 0) return plain.computeIfAbsent(key, _ -> new MessageFormat(pattern, locale).format(gaps));
        var words = said(gaps);
        return pieces.computeIfAbsent(key, _ -> Pieces.of(pattern))
                .joined(words)
                .orElseGet(() -> new MessageFormat(pattern, locale).format(words));
    }

    private @Nullable Object[] said(@Nullable Object[] gaps) {
        var words = new @Nullable Object[gaps.length];
        for (int i = 0; i < gaps.length; i++) words[i] = Direction.apart(said(gaps[i]));
        return words;
    }

    /// A gap that is a phrase of its own is said in this language; a job remembers such a phrase in every language.
    private @Nullable Object said(@Nullable Object gap) {
        if (gap instanceof Spoken spoken) return spoken.in(locale, this::of);
        return gap instanceof Map<?, ?> phrase ? phrase.get(lang()) : gap;
    }

    public boolean has(String key) {
        return patterns.apply(key) != null;
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    public String date(Instant moment) {
        return date.format(moment.atZone(zone));
    }

    public String dateTime(Instant moment) {
        return dateTime.format(moment.atZone(zone));
    }

    /// To the second, for what happens within one.
    public String exactly(Instant moment) {
        return exactly.format(moment.atZone(zone));
    }

    /// Tables are read downwards, so a day is written the same way throughout: 05.02.2027 or Feb 5, 2027.
    public String shortDate(LocalDate day) {
        return shortDate.format(day);
    }

    public String count(long number) {
        // Below a thousand nothing is grouped, and making a format costs more than the digits.
        return number >= 0 && number < 1000
                ? Long.toString(number)
                : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A count, or the word for unlimited when it is -1.
    public String limit(long number) {
        return number < 0 ? of("web.unlimited") : count(number);
    }

    /// Bytes in binary steps (1 GB = 1024 MB), at most one decimal; -1 is unlimited.
    public String size(long bytes) {
        if (bytes < 0) return of("web.unlimited");
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || amount >= 100 ? 0 : 1);
        return format.format(amount) + "\u00a0" + UNITS[unit];
    }

    /// How long something still takes, in whole seconds or minutes.
    public String duration(long seconds) {
        return seconds < 90 ? of("web.seconds", seconds) : of("web.minutes", Math.round(seconds / 60.0));
    }

    /// "a, b und c" with the reader's own word before the last one.
    public String and(List<String> things) {
        if (things.isEmpty()) return "";
        if (things.size() == 1) return things.getFirst();
        var head = new ArrayList<>(things);
        var last = head.removeLast();
        return of("web.and", String.join(", ", head), last);
    }
}
