package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.SpokenLanguages;

/// The languages that the panel speaks.
@Component
class LocaleOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of());

    private record Spoken(String language, String country) {}

    private static final Map<String, Spoken> ALL = all();

    private final SpokenLanguages languages;
    private final ScopedTransaction transaction;

    LocaleOperator(SpokenLanguages languages, ScopedTransaction transaction) {
        this.languages = languages;
        this.transaction = transaction;
    }

    private static Map<String, Spoken> all() {
        var all = new LinkedHashMap<String, Spoken>();
        all.put("en-US", new Spoken("ENGLISH", "United States"));
        all.put("de-DE", new Spoken("GERMAN", "Germany"));
        return all;
    }

    @Override
    public List<String> names() {
        return List.of("locale");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("get", Operation.filtered(KINDS, this::get));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = Filter.of(asked);
        var used = transaction.read(exchange.scope(), languages::counted);
        for (var id : filter.isAll() ? List.copyOf(ALL.keySet()) : filter.values())
            exchange.tell(results, result -> result.add("filter-id", id), () -> {
                var spoken = ALL.get(id);
                if (spoken == null) throw new Failed(ErrorNumbers.MISSING, "Locale does not exist");
                return new Element("result")
                        .add("status", "ok")
                        .add("filter-id", id)
                        .add("id", id)
                        .add(new Element("info")
                                .add("id", id)
                                .add("lang", spoken.language)
                                .add("country", spoken.country)
                                .add("used", used.getOrDefault(Forms.language(id), 0L))
                                .add("enabled", true));
            });
    }
}
