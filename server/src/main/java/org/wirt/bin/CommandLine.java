package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Characters;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;

/// Takes commands as they are typed.
@Component
public class CommandLine {

    private static final Set<String> HELP = Set.of("help", "h");

    /// Options that are there or not.
    private static final Set<String> WITHOUT_VALUE = Set.of("force", "f");

    private static final Set<String> NEVER_OF_MEANING = Set.of("force", "f", "notify");

    /// An object, or whom it is to belong to, is unknown.
    private static final Set<Integer> UNKNOWN = Set.of(ErrorNumbers.MISSING, ErrorNumbers.NO_OWNER);

    private static final int FAILED = 1;
    private static final int MISSING = 2;

    private final Map<String, Utility> utilities = new TreeMap<>();
    private final Dialect dialect;

    CommandLine(List<Utility> utilities, Dialect dialect) {
        this.dialect = dialect;
        for (var utility : utilities) this.utilities.put(utility.name(), utility);
    }

    public List<String> names() {
        return List.copyOf(utilities.keySet());
    }

    /// What a utility takes: its commands and options, each with a sentence.
    public record Taken(Map<String, String> commands, Map<String, String> options) {}

    /// Absent: there is no such utility.
    public Optional<Taken> taken(String utility) {
        return Optional.ofNullable(utilities.get(utility)).map(CommandLine::taken);
    }

    private static Taken taken(Utility utility) {
        var commands = new LinkedHashMap<String, String>();
        for (var command : utility.commands()) commands.put("--" + command.name(), command.does());
        var options = new LinkedHashMap<String, String>();
        new TreeSet<>(utility.options().keySet())
                .forEach(name -> options.put("-" + name, utility.options().get(name)));
        return new Taken(commands, options);
    }

    /// Absent: there is no such utility.
    ///
    /// @param words       as typed, without the utility's name
    /// @param environment of whoever calls; only what a utility asks for is read
    public Optional<Output> call(
            Exchange exchange, String utility, List<String> words, Map<String, String> environment) {
        return Optional.ofNullable(utilities.get(utility)).map(known -> {
            try {
                words.forEach(word -> Characters.check("the command line", word));
                environment.forEach(Characters::check);
                return call(known, Line.of(words, environment, WITHOUT_VALUE), new Speaker(exchange, dialect));
            } catch (Failed failed) {
                return Output.failed(UNKNOWN.contains(failed.number()) ? MISSING : FAILED, failed.text());
            }
        });
    }

    private static Output call(Utility utility, Line line, Speaker speaker) {
        if (HELP.contains(line.command())) return Output.printed(help(utility));
        for (var command : utility.commands())
            if (line.command().equals(command.name()) || line.command().equals(command.letter())) {
                if (!command.named() && !line.argument().isEmpty())
                    throw new Failed(
                            FAILED, "--" + command.name() + " is about none in particular: " + line.argument());
                refuseUnknown(utility, command, line);
                return command.run().of(line, speaker);
            }
        throw new Failed(FAILED, "Unknown command: " + line.command() + ". --help lists them.");
    }

    private static void refuseUnknown(Utility utility, Command command, Line line) {
        for (var option : line.options().keySet()) {
            if (!isAmong(utility.options().keySet(), option))
                throw new Failed(FAILED, "Unknown option: -" + option + ". --help lists them.");
            if (!isAmong(command.takes(), option) && !isAmong(NEVER_OF_MEANING, option))
                throw new Failed(FAILED, "The option -" + option + " means nothing to --" + command.name() + ".");
        }
    }

    /// In either of its spellings, or as one of many with the same beginning.
    private static boolean isAmong(Set<String> known, String option) {
        return known.contains(option)
                || known.contains(option.replace('-', '_'))
                || known.contains(option.replace('_', '-'))
                || known.stream()
                        .anyMatch(
                                name -> name.endsWith("*") && option.startsWith(name.substring(0, name.length() - 1)));
    }

    private static String help(Utility utility) {
        var text = new StringBuilder("Usage: ")
                .append(utility.name())
                .append(" <command> [<name>] [-<option> <value> ...]\n\nCommands:\n");
        var taken = taken(utility);
        taken.commands.forEach((name, does) -> text.append(String.format("  %-28s %s%n", name, does)));
        if (!taken.options.isEmpty()) text.append("\nOptions:\n");
        taken.options.forEach((name, means) -> text.append(String.format("  %-28s %s%n", name, means)));
        return text.toString();
    }
}
