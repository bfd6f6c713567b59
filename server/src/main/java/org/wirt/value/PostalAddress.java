package org.wirt.value;

/// Where somebody lives; every part may be empty.
public record PostalAddress(Street street, City city, State state, PostalCode postalCode, Country country) {

    public static final PostalAddress NONE =
            new PostalAddress(new Street(""), new City(""), new State(""), new PostalCode(""), Country.NONE);

    /// This address, once its postal code looks like one of its country: what a form asks for, an import does not.
    public PostalAddress checked() {
        PostalCodeForm.of(country).filter(form -> !form.fits(postalCode)).ifPresent(form -> {
            throw new InvalidValue("postal-code-form", form.example());
        });
        return this;
    }
}
