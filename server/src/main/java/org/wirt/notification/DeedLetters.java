package org.wirt.notification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.Account;
import org.wirt.account.StillDark;
import org.wirt.operation.Change;
import org.wirt.operation.Done;
import org.wirt.operation.Operand;
import org.wirt.value.ReasonText;

/// Which deed is told to whom. Runs in the transaction of the deed: either both are there or none. Providers get one
/// letter for a deed, however many accounts it was about.
@Component
class DeedLetters {

    /// As many names as a letter lists.
    private static final int NAMES = 10;

    private static final long NOBODY = 0;

    private final Addressees addressees;
    private final Letters letters;
    private final Tellings tellings;

    DeedLetters(Addressees addressees, Letters letters, Tellings tellings) {
        this.addressees = addressees;
        this.tellings = tellings;
        this.letters = letters;
    }

    @EventListener
    void told(Done<?> done) {
        if (done.job().undoes().isPresent()) takenBack(done);
        else happened(done);
    }

    /// Nobody shall go on believing what a letter told him once it is taken back.
    private void takenBack(Done<?> done) {
        switch (done.verb()) {
            case "customer.suspend", "reseller.suspend" -> {
                var active = done.without(change -> !isActive(change, done.targets()));
                if (ticked(done, "tell"))
                    letters.write(addressees.accounts(ids(active)), LetterKind.ACTIVATED, Map.of());
                toOtherProviders(active, LetterKind.ACTIVATED_BELOW);
            }
            case "customer.activate", "reseller.activate" -> {
                toAccounts(tellings.told(ids(done), Event.STATUS_CHANGED.to(level(done))), LetterKind.SUSPENDED);
                toOtherProviders(done, LetterKind.SUSPENDED_BELOW);
            }
            default -> {
                // What else is taken back nobody was told of in a way that would mislead him now.
            }
        }
    }

    /// Without a reason of his own, and not below somebody who is dark.
    private static boolean isActive(Change change, List<? extends Operand> targets) {
        return Integer.valueOf(0).equals(change.after().get("reasons"))
                && targets.stream()
                        .noneMatch(t -> t.id() == change.id()
                                && t instanceof Account account
                                && !account.above().isActive());
    }

    private void happened(Done<?> done) {
        switch (done.verb()) {
            case "customer.create", "reseller.create" -> created(done);
            case "user.create" -> {
                if (ticked(done, "activateByEmail")) done.changes().forEach(this::userMade);
            }
            case "customer.login", "reseller.login" -> {
                if (ticked(done, "tell")) linksTo(ids(done), LetterKind.LOGIN_CHANGED);
            }
            case "customer.reset-link", "reseller.reset-link" -> linksTo(ids(done), LetterKind.RESET);
            case "user.reset-link" -> letters.writeWithLink(addressees.users(ids(done)), LetterKind.RESET);
            case "customer.suspend", "reseller.suspend" -> {
                // The box in the dialog decides; it is ticked beforehand as the provider wants it.
                if (ticked(done, "tell"))
                    letters.write(addressees.accounts(ids(done)), LetterKind.SUSPENDED, reason(done));
                toOtherProviders(done, LetterKind.SUSPENDED_BELOW);
            }
            case "customer.activate", "reseller.activate" -> {
                var active = done.without(StillDark::isIn);
                toAccounts(tellings.told(ids(active), Event.STATUS_CHANGED.to(level(done))), LetterKind.ACTIVATED);
                toOtherProviders(active, LetterKind.ACTIVATED_BELOW);
            }
            case "customer.move" -> moved(done);
            case "customer.convert" -> {
                toAccounts(tellings.told(ids(done), Event.CUSTOMER_CONVERTED.to(Level.CUSTOMER)), LetterKind.CONVERTED);
                toProviders(done, resellers(done), LetterKind.CONVERTED_BELOW);
            }
            case "customer.remove", "reseller.remove" -> {
                toAccounts(tellings.told(ids(done), Event.ACCOUNT_REMOVED.to(level(done))), LetterKind.REMOVED);
                toProviders(done, resellers(done), LetterKind.REMOVED_BELOW);
            }
            default -> {
                // Nobody needs a letter about it.
            }
        }
    }

    private void created(Done<?> done) {
        var ids = new ArrayList<Long>();
        for (var change : done.changes()) ids.addAll(made(change));
        var kind = level(done);
        var event = kind == Level.CUSTOMER ? Event.CUSTOMER_CREATED : Event.RESELLER_CREATED;
        var made = addressees.accounts(ids);
        if (ticked(done, "activateByEmail")) letters.writeWithLink(made, LetterKind.ACTIVATE);
        else
            toAccounts(
                    tellings.told(ids, event.to(kind)),
                    kind == Level.CUSTOMER ? LetterKind.CREATED : LetterKind.RESELLER_READY);
        var above = made.stream().map(Addressee::providerId).collect(Collectors.toSet());
        var names = made.stream().map(Addressee::name).collect(Collectors.joining(", "));
        var letter = kind == Level.CUSTOMER ? LetterKind.CUSTOMER_CREATED : LetterKind.RESELLER_CREATED;
        letters.write(
                addressees.providers(all(above), NOBODY, letter.event()), letter, Map.of(Placeholder.ACCOUNTS, names));
    }

    private void userMade(Change change) {
        var username = String.valueOf(change.after().get("user"));
        letters.writeWithLink(addressees.users(change.id(), List.of(username)), LetterKind.ACTIVATE);
    }

    private static List<Long> made(Change change) {
        var id = change.after().getOrDefault("customer", change.after().get("reseller"));
        return id instanceof Number number ? List.of(number.longValue()) : List.of();
    }

    /// The targets still know the realm they came from.
    private void moved(Done<?> done) {
        var providers = new LinkedHashSet<>(resellers(done));
        addressees.accounts(ids(done)).forEach(a -> providers.add(a.providerId()));
        toProviders(done, providers, LetterKind.MOVED);
        toAccounts(tellings.told(ids(done), Event.CUSTOMER_MOVED.to(Level.CUSTOMER)), LetterKind.PROVIDER_CHANGED);
    }

    private void linksTo(List<Long> accounts, LetterKind letter) {
        letters.writeWithLink(addressees.accounts(accounts), letter);
    }

    private void toAccounts(List<Long> accounts, LetterKind letter) {
        if (!accounts.isEmpty()) letters.write(addressees.accounts(accounts), letter, Map.of());
    }

    private static Set<Long> all(Set<Long> resellers) {
        var all = new LinkedHashSet<>(resellers);
        all.add(Scope.ADMINISTRATOR);
        return all;
    }

    /// The resellers and the administrator, whoever of them has done it.
    private void toProviders(Done<?> done, Set<Long> resellers, LetterKind letter) {
        toProviders(done, resellers, NOBODY, letter);
    }

    /// Nobody is told what he did himself; the one more address he may have named is somebody else's.
    private void toOtherProviders(Done<?> done, LetterKind letter) {
        toProviders(done, resellers(done), done.caller().scope().accountId(), letter);
    }

    private void toProviders(Done<?> done, Set<Long> resellers, long doer, LetterKind letter) {
        if (done.targets().isEmpty()) return;
        var told = addressees.providers(all(resellers), doer, letter.event());
        var actor = Objects.requireNonNull(done.caller().username());
        letters.write(told, letter, reader -> {
            var deed = reason(done);
            deed.put(Placeholder.ACCOUNTS, names(of(reader, done), reader));
            deed.put(Placeholder.ACTOR, actor);
            return deed;
        });
    }

    /// A reseller reads of his own customers alone. Who has just become his provider had none of them before, and reads
    /// of all.
    private static List<? extends Operand> of(Addressee reader, Done<?> done) {
        var realms = resellers(done);
        return realms.contains(reader.accountId())
                ? done.targets().stream()
                        .filter(t -> t.resellerId() == reader.accountId())
                        .toList()
                : done.targets();
    }

    private static String names(List<? extends Operand> targets, Addressee reader) {
        var names = targets.stream().limit(NAMES).map(Operand::name).collect(Collectors.joining(", "));
        return targets.size() <= NAMES
                ? names
                : LetterWords.of(
                        LetterWords.language(reader.locale()), "letter.and-more", names, targets.size() - NAMES);
    }

    private static Level level(Done<?> done) {
        return done.verb().startsWith("reseller") ? Level.RESELLER : Level.CUSTOMER;
    }

    private static Set<Long> resellers(Done<?> done) {
        return done.targets().stream()
                .filter(target -> target.resellerId() != target.accountId())
                .map(Operand::resellerId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Long> ids(Done<?> done) {
        return done.targets().stream().map(Operand::id).toList();
    }

    /// Why, in the words of whoever did it.
    private static EnumMap<Placeholder, String> reason(Done<?> done) {
        var reason = new EnumMap<Placeholder, String>(Placeholder.class);
        var given = done.job().input().getOrDefault("reason", List.of());
        if (!given.isEmpty()) reason.put(Placeholder.REASON, new ReasonText(given.getFirst()).text());
        return reason;
    }

    private static boolean ticked(Done<?> done, String box) {
        var given = done.job().input().getOrDefault(box, List.of());
        return !given.isEmpty()
                && !given.getFirst().isEmpty()
                && !given.getFirst().equals("false");
    }
}
