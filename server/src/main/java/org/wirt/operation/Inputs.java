package org.wirt.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Reads the record that a verb wants from the parameters a door received: each component by its name, values by their
/// own constructors. All mistakes are gathered and told together; nothing is half read.
///
/// A map's entries are parameters `name.<id>`, or `name.<word>` where its keys are words. An empty parameter is absent;
/// an absent tick box is false, and yes and no are said in the usual words. Texts of a map are kept although they are
/// empty: whether a field was there matters. A
/// component that is itself a record of several is read from the same parameters: fields
/// that several forms ask alike.
public final class Inputs {

    /// So long is a day that is named alone.
    private static final int DAY = "2026-01-31".length();

    private static final Instant LATEST = Instant.parse("9999-12-31T12:00:00Z");

    /// At the end of a moment that says itself where it is that late (RFC 3339).
    private static final Pattern OFFSET = Pattern.compile("T.*([Zz]|[+-]\\d\\d:\\d\\d)$");

    private Inputs() {}

    /// @throws Refused naming each field that is wrong
    public static <I extends Record> I read(Class<I> type, Map<String, List<String>> parameters) {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        var wrong = new ArrayList<Refusal>();
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            try {
                values[i] = component(component, parameters);
            } catch (InvalidValue e) {
                wrong.add(e.in(component.getName()));
            } catch (Refused e) {
                wrong.addAll(e.refusals());
            }
        }
        if (!wrong.isEmpty()) throw new Refused(wrong);
        try {
            return type.cast(construct(type, components, values));
        } catch (InvalidValue e) {
            throw new Refused(e.in(components[0].getName()));
        }
    }

    /// One field alone; empty where it is blank or cannot be read.
    public static <V> Optional<V> field(Class<V> type, String name, Map<String, List<String>> parameters) {
        var typed = text(name, parameters);
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(type.cast(value(type, typed)));
        } catch (InvalidValue | Refused _) {
            return Optional.empty();
        }
    }

    /// What was typed into a field, empty where it was not there.
    public static String text(String name, Map<String, List<String>> parameters) {
        var given = parameters.getOrDefault(name, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    /// The parameters of the verb's own fields, without secrets: what a job keeps.
    public static Map<String, List<String>> keepable(
            Class<? extends Record> type, Map<String, List<String>> parameters) {
        return some(type, parameters, false);
    }

    /// Those that no job keeps.
    static Map<String, List<String>> secrets(Class<? extends Record> type, Map<String, List<String>> parameters) {
        return some(type, parameters, true);
    }

    private static Map<String, List<String>> some(
            Class<? extends Record> type, Map<String, List<String>> parameters, boolean secret) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var component : fields(type)) {
            if (component.isAnnotationPresent(Secret.class) != secret) continue;
            var name = component.getName();
            parameters.forEach((key, value) -> {
                if (key.equals(name) || key.startsWith(name + ".")) kept.put(key, value);
            });
        }
        return kept;
    }

    public static boolean hasSecrets(Class<? extends Record> type) {
        return fields(type).stream().anyMatch(c -> c.isAnnotationPresent(Secret.class));
    }

    /// The fields of the form, in their order.
    public static List<RecordComponent> fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(c ->
                        isGroup(c.getType()) ? fields(c.getType().asSubclass(Record.class)).stream() : Stream.of(c))
                .toList();
    }

    /// Whether a field must be said: without it nothing can be read, or nothing is ever done.
    public static boolean isNeeded(RecordComponent field) {
        if (field.isAnnotationPresent(Needed.class)) return true;
        try {
            component(field, Map.of());
            return false;
        } catch (InvalidValue | Refused _) {
            return true;
        }
    }

    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1;
    }

    private static @Nullable Object component(RecordComponent component, Map<String, List<String>> parameters) {
        var name = component.getName();
        if (isGroup(component.getType())) return read(component.getType().asSubclass(Record.class), parameters);
        if (component.getType() == Map.class) return map(component, parameters);
        var given = parameters.getOrDefault(name, List.of());
        if (component.getType() == List.class) {
            var element = argument(component.getGenericType(), 0);
            return given.stream()
                    .filter(v -> !v.isBlank())
                    .map(v -> value(element, v))
                    .toList();
        }
        var text = given.isEmpty() ? "" : given.getFirst();
        boolean begins = component.isAnnotationPresent(FromDay.class) && text.length() == DAY;
        return single(component.getGenericType(), begins ? text + "T00:00" : text);
    }

    private static Map<Object, Object> map(RecordComponent component, Map<String, List<String>> parameters) {
        var prefix = component.getName() + ".";
        var element = argument(component.getGenericType(), 1);
        boolean named = argument(component.getGenericType(), 0) == String.class;
        var map = new HashMap<Object, Object>();
        var wrong = new ArrayList<Refusal>();
        parameters.forEach((key, given) -> {
            if (!key.startsWith(prefix) || given.isEmpty()) return;
            if (given.getFirst().isBlank() && element != String.class) return;
            var rest = key.substring(prefix.length());
            try {
                map.put(named ? rest : (Object) number(rest), value(element, given.getFirst()));
            } catch (InvalidValue e) {
                wrong.add(e.in(key));
            }
        });
        if (!wrong.isEmpty()) throw new Refused(wrong);
        return map;
    }

    private static Object single(Type type, String text) {
        if (type instanceof ParameterizedType p && p.getRawType() == Optional.class) {
            return text.isBlank() ? Optional.empty() : Optional.of(value(p.getActualTypeArguments()[0], text));
        }
        return value(type, text);
    }

    private static Object value(Type type, String text) {
        if (type == String.class) return text;
        if (type == boolean.class || type == Boolean.class) return isYes(text);
        if (type == long.class || type == Long.class) return number(text);
        if (type == int.class || type == Integer.class) return whole(number(text));
        if (type == Instant.class) return instant(text);
        if (type == LocalDate.class) return day(text);
        if (type == Locale.class) return Locale.forLanguageTag(text);
        if (type instanceof Class<?> c && c.isEnum()) return constant(c, text);
        if (type instanceof Class<?> c && c.isRecord()) return record(c, text);
        throw new IllegalStateException("No way to read " + type + " from a parameter");
    }

    private static Object record(Class<?> type, String text) {
        var components = type.getRecordComponents();
        if (components.length != 1) throw new IllegalStateException(type + " is not one value");
        return construct(type, components, new Object[] {value(components[0].getGenericType(), text)});
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValue invalid) throw invalid;
            if (e.getCause() instanceof Refused refused) throw refused;
            throw new IllegalStateException("Reading " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Reading " + type, e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text.replace('-', '_'))) return constant;
        }
        throw new InvalidValue("choice-unknown");
    }

    /// What is not there is no: a form does not send the box that nobody ticked.
    private static boolean isYes(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "yes" -> true;
            case "", "false", "0", "off", "no" -> false;
            default -> throw new InvalidValue("yes-or-no");
        };
    }

    private static long number(String text) {
        try {
            return new BigInteger(text.strip()).longValueExact();
        } catch (ArithmeticException _) {
            throw new InvalidValue("number-too-large");
        } catch (NumberFormatException _) {
            throw new InvalidValue("number-form");
        }
    }

    private static int whole(long number) {
        if (number != (int) number) throw new InvalidValue("number-too-large");
        return (int) number;
    }

    /// A full instant, or what the browser's date and time fields send; a day alone means its end. The last day there
    /// is ends with the last moment a database and a form can write.
    private static Instant instant(String text) {
        var moment = moment(text);
        if (!moment.isAfter(LATEST)) return moment;
        if (text.length() == DAY) return LATEST;
        throw new InvalidValue("date-form");
    }

    private static LocalDate day(String text) {
        if (text.length() != DAY) throw new InvalidValue("date-form");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new InvalidValue("date-form");
        }
    }

    private static Instant moment(String text) {
        try {
            if (OFFSET.matcher(text).find()) return OffsetDateTime.parse(text).toInstant();
            if (text.length() == DAY) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
            }
            return LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException _) {
            throw new InvalidValue("date-form");
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
