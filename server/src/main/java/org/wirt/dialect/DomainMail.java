package org.wirt.dialect;

import java.util.Map;
import org.springframework.stereotype.Component;

/// What packets say of the mail of a domain as a whole, done.
@Component
class DomainMail {

    private final Deeds deeds;

    DomainMail(Deeds deeds) {
        this.deeds = deeds;
    }

    /// What is not said stays as it is.
    void change(Exchange exchange, long site, Element said) {
        MailPreferences.service(said).ifPresent(on -> serve(exchange, site, on));
    }

    /// Whether servers here take its mail.
    void serve(Exchange exchange, long site, boolean on) {
        deeds.start(exchange, on ? "site.mail-on" : "site.mail-off", site, Map.of());
    }
}
