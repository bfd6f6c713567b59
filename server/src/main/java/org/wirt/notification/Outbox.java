package org.wirt.notification;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;

/// Where letters leave the panel: the mail relay of `WIRT_MAIL_RELAY`, or nowhere.
@Component
public class Outbox {

    private final Optional<MailRelay> relay;

    Outbox(Settings settings) {
        this.relay = settings.text("WIRT_MAIL_RELAY").map(MailRelay::of);
    }

    Optional<MailRelay> relay() {
        return relay;
    }

    /// Without a relay letters stay in the list of messages.
    public boolean isOpen() {
        return relay.isPresent();
    }
}
