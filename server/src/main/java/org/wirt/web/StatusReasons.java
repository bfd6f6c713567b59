package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirt.account.Reasons;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.MailPolicy;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.StatusReason;

/// Why something is not active, one line for each reason: those somebody gave, and then what follows of itself, a term
/// that is over and an account above that is dark.
final class StatusReasons {

    private StatusReasons() {}

    /// @param given the stored reasons
    static List<StatusReason> of(Texts t, Causes own, Causes above, List<Reasons.Reason> given) {
        var all = new ArrayList<StatusReason>();
        var stored = Causes.NONE;
        for (var reason : given) {
            var causes = new Causes(reason.code());
            stored = stored.and(causes);
            all.add(line(t, causes, reason));
        }
        var derived = new ArrayList<>(own.list());
        derived.removeAll(stored.list());
        if (!above.isActive()) derived.add(Cause.PARENT);
        for (var cause : derived)
            all.add(new StatusReason(kind(t, Causes.of(cause)), AccountWords.word(t, cause), null, null, null, null));
        return all;
    }

    private static StatusReason line(Texts t, Causes causes, Reasons.Reason reason) {
        var word = AccountWords.word(t, causes.worst().orElse(Cause.ADMIN));
        return new StatusReason(
                kind(t, causes),
                reason.text().isEmpty() ? word : word + ": " + reason.text(),
                reason.author(),
                reason.since(),
                reason.until().map(HostingWords::lastDay).orElse(null),
                reason.mail() == MailPolicy.DEFER
                        ? null
                        : t.of("web.mail-policy." + reason.mail().name().toLowerCase(Locale.ROOT) + ".said"));
    }

    private static Status.Kind kind(Texts t, Causes causes) {
        return AccountWords.status(t, causes, Causes.NONE).kind();
    }
}
