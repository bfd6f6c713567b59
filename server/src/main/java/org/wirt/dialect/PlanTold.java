package org.wirt.dialect;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.account.AccountDetails;
import org.wirt.plan.Allowance;
import org.wirt.plan.PlanDirectory;

/// What is told of plans.
@Component
class PlanTold {

    private static final Map<String, String> PREFERENCES = KeptWords.inOrder("stat", "3", "dns_zone_type", "master");

    Element plan(PlanDirectory.Found found, Map<String, String> kept, Optional<AccountDetails> owner) {
        var plan = found.plan();
        var result = new Element("result")
                .add("status", "ok")
                .add("id", plan.id())
                .add("name", plan.name())
                .add("guid", found.guid())
                .add("external-id", kept.getOrDefault(Kept.EXTERNAL_ID, ""));
        owner.ifPresent(who -> owner(result, who));
        var terms = plan.terms();
        var held = new Allowance(terms.limits(), terms.permissions(), terms.apps(), terms.overuse(), Optional.empty());
        var limits = TermWords.limits(held, false, false)
                .add(TermWords.ending(terms.validityDays().map(days -> days * PlanForm.SECONDS_OF_A_DAY)));
        result.add(mail(kept))
                .add(OveruseWords.told(limits, kept))
                .add(RotationWords.told(kept))
                .add(KeptWords.group("preferences", kept, PREFERENCES));
        result.add(hosting(kept))
                .add(KeptWords.group("performance", kept, WebspaceTold.PERFORMANCE))
                .add(TermWords.permissions(terms.permissions(), false))
                .add(new Element("plan-items"))
                .add(KeptWords.settings(kept, Map.of()));
        var web = KeptWords.group(PlanForm.WEB_SERVER, kept, Map.of());
        return web.children().isEmpty() ? result : result.add(web);
    }

    static void owner(Element result, AccountDetails who) {
        if (who.kind() == Level.ADMINISTRATOR) result.add("owner-login", who.username());
        else result.add("owner-id", who.id());
    }

    /// The properties of the hosting that it gives.
    static Element hosting(Map<String, String> kept) {
        var real = new Element(HostingKinds.REAL);
        kept.forEach((name, value) -> {
            if (name.startsWith(HostingProperties.PREFIX))
                real.add(HostingProperties.property(name.substring(HostingProperties.PREFIX.length()), value));
        });
        return new Element("hosting").add(real);
    }

    private static Element mail(Map<String, String> kept) {
        var mail = KeptWords.group("mail", kept, Map.of("mailservice", "true"));
        var nobody = kept.getOrDefault(PlanForm.NOBODY, "").split(" ", 2);
        if (nobody.length == 2) mail.children().addFirst(new Element(PlanForm.NOBODY).add(nobody[0], nobody[1]));
        return mail;
    }
}
