package org.wirt.value;

import java.util.Optional;

/// How an account is written to. The house wants an address; dialects may leave it out.
public record ContactEmail(String text) {

    public ContactEmail {
        var address = EmailAddress.optional(text);
        if (address.isEmpty() && Manner.isHouse()) throw new InvalidValue("missing");
        text = address.map(EmailAddress::text).orElse("");
    }

    public Optional<EmailAddress> address() {
        return EmailAddress.optional(text);
    }
}
