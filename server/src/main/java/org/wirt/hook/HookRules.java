package org.wirt.hook;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.value.Refusal;
import org.wirt.value.WebHookUrl;

/// What may stand in a hook.
@Component
class HookRules {

    private final AddressGuard guard;
    private final EventChoices choices;

    HookRules(AddressGuard guard, EventChoices choices) {
        this.guard = guard;
        this.choices = choices;
    }

    /// An address that is none of the internet's is told at once; where a name leads is found out when something is
    /// sent.
    List<Refusal> wrong(WebHookUrl url, WantedEvents types, Level level) {
        var wrong = new ArrayList<Refusal>();
        if (guard.refuses(url.host())) wrong.add(Refusal.invalid("url", "web-hook.not-public"));
        choices.unknown(types, level).ifPresent(wrong::add);
        return wrong;
    }
}
