package org.wirt.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where somebody lives; every part may be empty.
public record PostalAddress(Street address, City city, State state, PostalCode postalCode, Country country) {

    public static final PostalAddress NONE =
            new PostalAddress(new Street(""), new City(""), new State(""), new PostalCode(""), Country.NONE);

    /// The lines on an envelope, the country in this language; what is empty takes no line.
    public static List<String> envelope(
            String street, String postalCode, String city, String state, String country, Locale language) {
        var town = (postalCode + " " + city).strip();
        var land = country.isEmpty() ? "" : new Country(country).nameIn(language);
        return Stream.of(street, town, state, land)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// This address, once its postal code looks like one of its country: what a form asks for, an import does not.
    public PostalAddress checked() {
        PostalCodeForm.of(country).filter(form -> !form.fits(postalCode)).ifPresent(form -> {
            throw new InvalidValue("postal-code-form", form.example());
        });
        return this;
    }

    /// What a form says where it does not.
    public Optional<Refusal> refusal() {
        if (!Manner.isHouse()) return Optional.empty();
        try {
            checked();
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e.in("postalCode"));
        }
    }
}
