package org.wirt.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was asked and answered, written down so that it reads the same each time: numbers and names that the panel
/// made are called by the order they appeared in.
final class Specimen {

    private static final String GUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TOKENS = "\\b[0-9a-f]{32,}\\b|wirt_\\w{20,}";

    private static final Pattern MADE =
            Pattern.compile("(?<number>\\b\\d{13,15}\\b)|(?<guid>" + GUIDS + ")|(?<token>" + TOKENS + ")");

    private static final Pattern PEM = Pattern.compile("(-----BEGIN [A-Z ]+-----)[^-]+(-----END [A-Z ]+-----)");
    private static final Pattern TIME =
            Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d)?\\S*?(?=[<\"\\s]|$))?");
    private static final Pattern HOME = Pattern.compile("/[^\"<\\s]*/hosting/\\d+");
    private static final Pattern SECONDS = Pattern.compile("<time>\\d+</time>");
    private static final Pattern MACHINE = Pattern.compile("<server_name>[^<]+");

    /// The first page of a site counts from the moment that somebody measures.
    private static final Pattern USED = Pattern.compile(
            "(<(?:real_size|httpdocs|disk_space)>|<name>disk_space</name>\\s*<value>|(?:\\b|(?<=\\\\n))disk_space(?:\" :|:) +)\\d{1,6}(?!\\d)");

    private static final Pattern HOST = Pattern.compile("https?://[^/\"<\\s]+:\\d+/");

    private final Map<String, String> called = new LinkedHashMap<>();
    private final Map<String, Integer> counted = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /// What an answer says of the machine it comes from.
    static String machine(String json) {
        return json.replaceAll("(\"(?:hostname|panel_\\w+|extension_\\w+)\" : )\"[^\"]*\"", "$1\"~\"");
    }

    void heading(String line) {
        if (!text.isEmpty()) text.append('\n');
        text.append("# ").append(steady(line)).append('\n');
    }

    void note(String line) {
        text.append("-- ").append(line).append('\n');
    }

    void asked(String what) {
        lines("> ", what);
    }

    void answered(String what) {
        lines("< ", what);
    }

    private void lines(String sign, String what) {
        steady(what)
                .strip()
                .lines()
                .forEach(line -> text.append((sign + line).stripTrailing()).append('\n'));
    }

    String steady(String what) {
        var shorter = PEM.matcher(what).replaceAll("$1 … $2");
        shorter = SECONDS.matcher(shorter).replaceAll("<time>TIME</time>");
        shorter = TIME.matcher(shorter).replaceAll(found -> found.group(1) == null ? "DATE" : "DATE TIME");
        shorter = MACHINE.matcher(shorter).replaceAll("<server_name>~");
        shorter = HOME.matcher(shorter).replaceAll("/HOME");
        shorter = USED.matcher(shorter).replaceAll("$1BYTES");
        shorter = HOST.matcher(shorter).replaceAll("https://PANEL/");
        return MADE.matcher(shorter).replaceAll(found -> Matcher.quoteReplacement(name(found.group(), kind(found))));
    }

    private static String kind(MatchResult found) {
        if (found.group("number") != null) return "#";
        return found.group("guid") == null ? "token-" : "guid-";
    }

    private String name(String made, String kind) {
        return called.computeIfAbsent(made, _ -> kind + counted.merge(kind, 1, Integer::sum));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// Numbers of the panel's objects, so far from all others that they are known by their looks.
    static final class Numbers {

        private static final long FIRST = 7_000_000_000_000L;
        private static final long APART = 1_000_000_000L;

        private Numbers() {}

        /// From now on each kind of object has a range of its own: that a customer and a domain have the same number
        /// by chance shall not show.
        static void leap(Given given) {
            var sequences = given.database
                    .resultQuery(
                            "select sequencename from pg_sequences where schemaname = 'wirt' and data_type = 'bigint'::regtype "
                                    + "and max_value > 8000000000000 and coalesce(last_value, 0) < ? order by sequencename",
                            FIRST)
                    .fetch(0, String.class);
            for (int i = 0; i < sequences.size(); i++)
                given.database.execute("select setval(?::regclass, ?)", "wirt." + sequences.get(i), FIRST + i * APART);
        }
    }
}
