package org.wirt.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the postal codes of a country look, told loosely: blanks and hyphens do not count, nor does the country's own
/// letter in front ("D-10115"). Countries that are not listed take any. Source: Universal Postal Union, addressing
/// sheets.
record PostalCodeForm(Pattern form, String example) {

    private static final Map<String, PostalCodeForm> BY_COUNTRY = Stream.of(
                    of("D?E?\\d{5}", "10115", "DE"),
                    of("[A-Z]{0,2}\\d{5}", "00100", "EE", "ES", "FI", "FR", "HR", "IT", "MC", "SM", "TR", "VA"),
                    of("[A-Z]{0,2}\\d{4}", "1010", "AT", "AU", "BE", "BG", "CH", "DK", "HU", "LI", "LU", "NO", "SI"),
                    of("(L[VT])?\\d{4,5}", "1050", "LV", "LT"),
                    of("(CZ|SK|S|SE|GR)?\\d{5}", "110 00", "CZ", "SK", "SE", "GR"),
                    of("(PL)?\\d{5}", "00-001", "PL"),
                    of("(PT)?\\d{4}(\\d{3})?", "1000-001", "PT"),
                    of("\\d{5}(\\d{4})?", "10001", "US"),
                    of("(NL)?\\d{4}[A-Z]{2}", "1012 AB", "NL"),
                    of("[A-Z]{1,2}\\d[A-Z0-9]?\\d[A-Z]{2}", "SW1A 1AA", "GB"),
                    of("[A-Z]\\d[A-Z]\\d[A-Z]\\d", "K1A 0B1", "CA"))
            .flatMap(forms -> forms.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map<String, PostalCodeForm> of(String form, String example, String... countries) {
        var one = new PostalCodeForm(Pattern.compile(form), example);
        return List.of(countries).stream().collect(Collectors.toMap(country -> country, _ -> one));
    }

    static Optional<PostalCodeForm> of(Country country) {
        return Optional.ofNullable(BY_COUNTRY.get(country.code()));
    }

    /// An empty code always fits: no part of an address is required.
    boolean fits(PostalCode code) {
        var bare = code.text().replaceAll("[ -]", "");
        return bare.isEmpty() || form.matcher(bare).matches();
    }
}
