package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.hosting.HostNames;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refused;

/// Other names of domains. They are kept; no server answers under them yet.
@Component
class SiteAliasOperator implements Operator {

    private static final String KIND = "site-alias";
    private static final String MISSING = "Domain alias does not exist";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name"), Set.of("site-id", "site-name"));
    private static final List<String> PREFERENCES = List.of("web", "mail", "seo-redirect");

    private final SiteDirectory sites;
    private final HostNames names;
    private final KeptObjects kept;
    private final KeptMatches matches;

    SiteAliasOperator(SiteDirectory sites, HostNames names, KeptObjects kept, KeptMatches matches) {
        this.sites = sites;
        this.names = names;
        this.kept = kept;
        this.matches = matches;
    }

    @Override
    public List<String> names() {
        return List.of("site-alias");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "create", Operation.needing(this::create, "site-id", "name"),
                "get", Operation.filtered(KINDS, this::get),
                "delete", Operation.filtered(KINDS, this::delete),
                "get-supported-services",
                        Operation.of((_, _, results) -> results.accept(new Element("result").add("status", "ok"))));
    }

    private KeptMatches.Ways ways() {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of("name"),
                Map.of(
                        "name", name -> kept.named(KIND, name),
                        "site-id", id -> kept.of(KIND, Ids.number(id).flatMap(sites::byId)),
                        "site-name", name -> kept.of(KIND, sites.byName(name))));
    }

    private void create(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> alias = () -> {
            var data = new LinkedHashMap<String, String>();
            data.put("status", asked.text("status").isEmpty() ? "0" : asked.text("status"));
            data.put("manage-dns", asked.text("manage-dns").isEmpty() ? "true" : asked.text("manage-dns"));
            for (var preference : PREFERENCES)
                data.put(
                        preference,
                        asked.child("pref")
                                .map(p -> p.text(preference))
                                .filter(v -> !v.isEmpty())
                                .orElse("false"));
            long site = Ids.number(asked.text("site-id"))
                    .flatMap(sites::byId)
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, SiteOperator.MISSING));
            if (!kept.named(KIND, asked.text("name")).isEmpty())
                throw new Failed(ErrorNumbers.EXISTS, "Domain alias already exists.");
            names.refusal(nameIn(asked)).ifPresent(why -> {
                throw new Refused(why);
            });
            return new KeptObjects.New(KIND, Kept.Subject.SITE, site, asked.text("name"), data);
        };
        matches.add(exchange, alias, results);
    }

    private static DomainName nameIn(Element asked) {
        try {
            return new DomainName(asked.text("name"));
        } catch (InvalidValue e) {
            throw new Refused(e.in("domain"));
        }
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> {
                    var preferences = new Element("pref");
                    for (var preference : PREFERENCES) preferences.add(preference, one.text(preference));
                    return result.add(new Element("info")
                            .add("status", one.text("status"))
                            .add(preferences)
                            .add("manage-dns", one.text("manage-dns"))
                            .add("site-id", one.subjectId())
                            .add("name", one.name())
                            .add("ascii-name", one.name()));
                },
                results);
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, ways(), _ -> List.of(), results);
    }
}
