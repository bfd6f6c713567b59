package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.notification.Outbox;
import org.wirt.notification.Placeholder;
import org.wirt.web.PlainConfirmation.Asked;
import org.wirt.web.ui.Field;

/// A message to one or many: subject and text, and what they may name of each reader.
@Component
class MessageConfirmation implements Confirmation {

    private final PlainConfirmation plain;
    private final Outbox outbox;

    MessageConfirmation(PlainConfirmation plain, Outbox outbox) {
        this.plain = plain;
        this.outbox = outbox;
    }

    @Override
    public List<String> verbs() {
        return List.of("customer.message", "reseller.message");
    }

    @Override
    public Map<String, List<String>> unanswered() {
        return Map.of("subject", List.of("-"), "body", List.of("-"));
    }

    @Override
    public ModelAndView page(Deed deed) {
        var t = deed.t();
        var form = deed.form();
        var subject = Field.text("subject", t.of("web.message.subject"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(200)
                .focused(form.errors().isEmpty());
        var body = Field.of("textarea", "body", t.of("web.message.text"))
                .from(form)
                .needed()
                .atMost(10_000)
                .help(t.of("web.message.help"));
        var warnings = outbox.isOpen() ? List.<String>of() : List.of(t.of("web.message.no-relay"));
        var gaps = NotificationWords.gaps(t, Placeholder.ofOwners());
        return plain.page(deed, Asked.of(warnings, List.of(subject, body)).naming(gaps));
    }
}
