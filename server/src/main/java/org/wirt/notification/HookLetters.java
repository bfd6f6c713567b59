package org.wirt.notification;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wirt.hook.WebHookSwitchedOff;

/// Tells the owner of a web hook that the panel has switched it off, why, and what to do. Runs in the transaction of
/// that: either both are there or none.
@Component
class HookLetters {

    /// Nobody has done it who would know already.
    private static final long NOBODY = 0;

    private final Addressees addressees;
    private final Letters letters;
    private final PanelAddress panel;

    HookLetters(Addressees addressees, Letters letters, PanelAddress panel) {
        this.addressees = addressees;
        this.letters = letters;
        this.panel = panel;
    }

    @EventListener
    void told(WebHookSwitchedOff off) {
        var kind = LetterKind.WEB_HOOK_OFF;
        letters.write(
                addressees.providers(List.of(off.account()), NOBODY, kind.event()), kind, reader -> deed(off, reader));
    }

    private Map<Placeholder, String> deed(WebHookSwitchedOff off, Addressee reader) {
        var language = LetterWords.language(reader.locale());
        return Map.of(
                Placeholder.WEB_HOOK,
                off.name(),
                Placeholder.CAUSE,
                LetterWords.of(language, "letter.web-hook-off." + off.why().word()),
                Placeholder.PAGE,
                panel.url() + "/web-hooks/" + off.hook());
    }
}
