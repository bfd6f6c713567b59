package org.wirt.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The passwords most often found in leaks. Source: the list of the strength library nbvcxz, of which only those long
/// enough to be called strong are kept.
final class FrequentPasswords {

    private static final String LIST = "/dictionaries/passwords.txt";

    private FrequentPasswords() {}

    static boolean contain(String password) {
        return OnFirstUse.WORDS.contains(password.toLowerCase(Locale.ROOT));
    }

    private static final class OnFirstUse {

        private static final Set<String> WORDS = read();

        private static Set<String> read() {
            try (var in = FrequentPasswords.class.getResourceAsStream(LIST)) {
                if (in == null) throw new IllegalStateException("The list of frequent passwords is missing: " + LIST);
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(word -> word.length() >= 12)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(LIST, e);
            }
        }
    }
}
