package org.wirt.value;

import java.util.Optional;

/// Where somebody lives; every part may be empty.
public record PostalAddress(Street address, City city, State state, PostalCode postalCode, Country country) {

    public static final PostalAddress NONE =
            new PostalAddress(new Street(""), new City(""), new State(""), new PostalCode(""), Country.NONE);

    /// This address, once its postal code looks like one of its country: what a form asks for, an import does not.
    public PostalAddress checked() {
        PostalCodeForm.of(country).filter(form -> !form.fits(postalCode)).ifPresent(form -> {
            throw new InvalidValue("postal-code-form", form.example());
        });
        return this;
    }

    /// What a form says where it does not.
    public Optional<Refusal> refusal() {
        try {
            checked();
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e.in("postalCode"));
        }
    }
}
