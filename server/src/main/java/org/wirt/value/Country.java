package org.wirt.value;

import java.util.Locale;

/// A country by its two upper-case letters (ISO 3166-1), or none.
public record Country(String code) {

    public static final Country NONE = new Country("");

    public Country {
        code = Text.line(code, 255).toUpperCase(Locale.ROOT);
        if (!code.isEmpty()
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new InvalidValue("country-unknown");
        }
    }

    /// What the country is called by a reader of that language; empty for none.
    public String nameIn(Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }
}
