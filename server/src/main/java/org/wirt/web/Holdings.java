package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wirt.plan.Amount;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Combining;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;
import org.wirt.plan.PermissionKey;
import org.wirt.speech.Texts;
import org.wirt.subscription.ResellerFigures;
import org.wirt.web.ui.HoldingView;
import org.wirt.web.ui.InfoRow;
import org.wirt.web.ui.Usage;

/// What a reseller holds, in the reader's words.
final class Holdings {

    private static final List<String> COUNTED = List.of(
            Catalogue.DISK_SPACE, Catalogue.TRAFFIC, Catalogue.CUSTOMERS, Catalogue.DOMAINS, Catalogue.MAILBOXES);

    private Holdings() {}

    static HoldingView view(Texts t, ResellerFigures.Holds holds) {
        return new HoldingView(
                holds.plan().orElse(t.of("web.custom")),
                lines(t, holds),
                rules(t, holds),
                Catalogue.permissions().stream()
                        .filter(key -> key.scope().reachesResellers())
                        .filter(key -> holds.permissions().allow(key.name()))
                        .map(PermissionKey::messageKey)
                        .map(key -> t.of(key))
                        .toList(),
                switch (holds.apps()) {
                    case Apps.All() -> t.of("web.all-apps");
                    case Apps.Named named ->
                        named.names().isEmpty() ? t.of("web.none") : String.join(", ", named.sorted());
                });
    }

    /// First what is counted, then whatever else has a limit.
    private static List<HoldingView.Line> lines(Texts t, ResellerFigures.Holds holds) {
        var counted = COUNTED.stream().map(Catalogue::limit);
        var others = holds.limits().finite().stream().filter(key -> key.combining() == Combining.SUM);
        return Stream.concat(counted, others)
                .distinct()
                .map(key -> line(t, holds, key))
                .toList();
    }

    private static HoldingView.Line line(Texts t, ResellerFigures.Holds holds, LimitKey key) {
        var label = t.of(key.messageKey());
        long used = holds.used().of(key);
        long limit = holds.limits().of(key);
        var usage = org.wirt.plan.Sizes.hasUnits(key.unit())
                ? Usage.bytes(label, used, limit)
                : Usage.count(label, used, limit);
        boolean granted = key.combining() == Combining.SUM && limit != Limits.UNLIMITED;
        var amount = new Amount(key, holds.granted().of(key)).in(t.locale(), word -> t.of(word));
        return new HoldingView.Line(label, usage, granted ? t.of("web.granted", amount) : "");
    }

    private static List<InfoRow> rules(Texts t, ResellerFigures.Holds holds) {
        var rules = new ArrayList<InfoRow>();
        if (holds.plan().isPresent()) {
            rules.add(new InfoRow(
                    t.of("web.sync"),
                    t.of("web.status." + HostingWords.sync(holds.sync()).kind().word()),
                    null,
                    null));
        }
        var overuse = holds.overuse().name().toLowerCase(java.util.Locale.ROOT);
        rules.add(new InfoRow(t.of("overuse.title"), t.of("overuse." + overuse), null, null));
        rules.add(new InfoRow(t.of("web.value.oversell"), t.of(holds.oversell() ? "web.yes" : "web.no"), null, null));
        rules.add(new InfoRow(
                t.of("web.expires"), holds.expiry().map(t::date).orElse(t.of("web.unlimited")), null, null));
        return rules;
    }
}
