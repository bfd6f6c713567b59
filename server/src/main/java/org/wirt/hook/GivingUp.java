package org.wirt.hook;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Switches off a hook whose receiver is gone, or has taken nothing for days. It stands in the audit log with the
/// reason, and whoever writes letters hears of it. Call within a transaction of the panel's own work.
@Component
class GivingUp {

    private final Deliveries deliveries;
    private final Audit audit;
    private final ApplicationEventPublisher listeners;

    GivingUp(Deliveries deliveries, Audit audit, ApplicationEventPublisher listeners) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.listeners = listeners;
    }

    /// After something was sent.
    void consider(Deliveries.Taken one, Answer answer) {
        if (answer.isGone()) switchOff(one, WebHook.Off.GONE);
        else if (deliveries.failsTooLong(one)) switchOff(one, WebHook.Off.FAILING);
    }

    private void switchOff(Deliveries.Taken one, WebHook.Off why) {
        if (!deliveries.switchOff(one, why)) return;
        audit.write(
                Caller.system("web-hook-" + one.id() + "-" + one.attempts()),
                null,
                "web-hook.disable",
                List.of(new Entry(
                        "web-hook",
                        one.hook(),
                        one.name(),
                        one.account(),
                        one.scope().resellerId(),
                        "DONE",
                        Map.of("active", true),
                        Map.of("active", false, "off-because", why.word()))));
        listeners.publishEvent(new WebHookSwitchedOff(one.hook(), one.name(), one.account(), why));
    }
}
