package org.wirt.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.plan.Limits;
import org.wirt.value.Language;

/// What placeholders stand for, for each reader of a batch. What no text names is not looked up; what one names is
/// looked up once for all of them. Call within a scoped transaction.
@Component
class ReaderValues {

    private final DSLContext database;
    private final PanelAddress panel;

    ReaderValues(DSLContext database, PanelAddress panel) {
        this.database = database;
        this.panel = panel;
    }

    /// The values of readers, in their own language.
    final class Of {

        private final Map<Long, Record> accounts;
        private final Map<Long, List<Contract>> contracts;

        private Of(Map<Long, Record> accounts, Map<Long, List<Contract>> contracts) {
            this.accounts = accounts;
            this.contracts = contracts;
        }

        Map<Placeholder, String> reader(Addressee to, Language language) {
            var values = new EnumMap<Placeholder, String>(Placeholder.class);
            values.put(Placeholder.CONTACT_NAME, to.name());
            values.put(Placeholder.USERNAME, to.username());
            values.put(Placeholder.EMAIL, to.email());
            values.put(Placeholder.ID, String.valueOf(to.accountId()));
            values.put(Placeholder.HOST_NAME, panel.host());
            var account = accounts.get(to.accountId());
            if (account == null) return values;
            account(values, account, language.locale());
            var theirs = contracts.getOrDefault(to.accountId(), List.of());
            var days = days(account, language.locale());
            values.put(Placeholder.PLAN, joined(theirs, c -> c.plan(language)));
            values.put(Placeholder.EXPIRY, joined(theirs, c -> c.expires.map(days::format)));
            values.put(Placeholder.RESOURCES, table(theirs, language));
            return values;
        }
    }

    private record Contract(String name, Optional<String> planName, Optional<Instant> expires, Limits limits) {

        Optional<String> plan(Language language) {
            return Optional.of(planName.orElseGet(() -> LetterWords.of(language, "letter.custom")));
        }
    }

    Of of(Collection<Addressee> readers, Set<Placeholder> named) {
        var sources = named.stream().map(Placeholder::source).collect(Collectors.toSet());
        boolean contracts = sources.contains(Placeholder.Source.SUBSCRIPTIONS);
        if (!contracts && !sources.contains(Placeholder.Source.ACCOUNT)) return new Of(Map.of(), Map.of());
        var ids = readers.stream().map(Addressee::accountId).distinct().toArray(Long[]::new);
        return new Of(accounts(ids), contracts ? contracts(ids) : Map.of());
    }

    private Map<Long, Record> accounts(Long[] ids) {
        return database.resultQuery("select * from wirt.reader_accounts(?)", (Object) ids).stream()
                .collect(Collectors.toMap(r -> r.get("account_id", Long.class), r -> r, (one, _) -> one));
    }

    private Map<Long, List<Contract>> contracts(Long[] ids) {
        var found = new HashMap<Long, List<Contract>>();
        database.resultQuery("select * from wirt.reader_subscriptions(?)", (Object) ids)
                .forEach(r -> found.computeIfAbsent(r.get("account_id", Long.class), _ -> new ArrayList<>())
                        .add(new Contract(
                                r.get("name", String.class),
                                Optional.ofNullable(r.get("plan", String.class)),
                                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                Limits.of(r.get("limits", String.class)))));
        return found;
    }

    private static void account(Map<Placeholder, String> values, Record account, Locale locale) {
        values.put(Placeholder.COMPANY, account.get("company", String.class));
        values.put(Placeholder.PHONE, account.get("phone", String.class));
        values.put(Placeholder.ADDRESS, account.get("address", String.class));
        values.put(Placeholder.POSTAL_CODE, account.get("postal_code", String.class));
        values.put(Placeholder.CITY, account.get("city", String.class));
        values.put(Placeholder.STATE, account.get("state", String.class));
        var country = account.get("country", String.class);
        values.put(Placeholder.COUNTRY, Locale.of("", country).getDisplayCountry(locale));
        var created = account.get("created_at", OffsetDateTime.class).toInstant();
        values.put(Placeholder.CREATED, days(account, locale).format(created));
        values.put(Placeholder.PROVIDER, account.get("provider", String.class));
    }

    private static DateTimeFormatter days(Record account, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneId.of(account.get("time_zone", String.class)));
    }

    private static String joined(
            List<Contract> contracts, java.util.function.Function<Contract, Optional<String>> value) {
        return contracts.stream()
                .flatMap(contract -> value.apply(contract).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// A line for each limit that has a number, beneath the name of the subscription.
    private static String table(List<Contract> contracts, Language language) {
        return contracts.stream()
                .map(c -> c.name + "\n" + lines(c.limits, language))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String lines(Limits limits, Language language) {
        if (limits.finite().isEmpty()) return "  " + LetterWords.of(language, "limit.unlimited") + "\n";
        return limits.finite().stream()
                .map(key -> "  " + key.in(language.locale(), word -> LetterWords.of(language, word)) + ": "
                        + limits.amount(key).in(language.locale(), word -> LetterWords.of(language, word)) + "\n")
                .collect(Collectors.joining());
    }
}
