package org.wirt.restv2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.Exchange;

/// Other names of domains, by domain.
@Component
class Aliases {

    private final Dialect dialect;

    Aliases(Dialect dialect) {
        this.dialect = dialect;
    }

    /// All that there are: they are few, and only kept.
    Map<Long, List<Domain.Alias>> all(Exchange exchange) {
        return filtered(exchange, new Element("filter"));
    }

    Map<Long, List<Domain.Alias>> of(Exchange exchange, Collection<Long> sites) {
        if (sites.isEmpty()) return Map.of();
        var filter = new Element("filter");
        for (var site : sites) filter.add("site-id", site);
        return filtered(exchange, filter);
    }

    private Map<Long, List<Domain.Alias>> filtered(Exchange exchange, Element filter) {
        var all = new HashMap<Long, List<Domain.Alias>>();
        dialect.each(exchange, "site-alias", new Element("get").add(filter), result -> {
            var info = result.part("info");
            var preferences = info.part("pref");
            all.computeIfAbsent(Long.parseLong(info.text("site-id")), _ -> new ArrayList<>())
                    .add(new Domain.Alias(
                            info.text("name"),
                            info.text("ascii-name"),
                            preferences.text("web").equals("true"),
                            info.text("manage-dns").equals("true"),
                            preferences.text("mail").equals("true"),
                            preferences.text("seo-redirect").equals("true")));
        });
        return all;
    }
}
