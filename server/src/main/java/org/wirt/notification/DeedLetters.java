package org.wirt.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.StillDark;
import org.wirt.operation.Change;
import org.wirt.operation.Done;
import org.wirt.operation.Operand;

/// Which deed is told to whom. Runs in the transaction of the deed: either both are there or none. Providers get one
/// letter for a deed, however many accounts it was about.
@Component
class DeedLetters {

    /// As many names as a letter lists.
    private static final int NAMES = 10;

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
        if (done.job().undoes().isPresent()) return;
        switch (done.verb()) {
            case "customer.create", "reseller.create" -> created(done);
            case "user.create" -> {
                if (ticked(done, "activateByEmail")) done.changes().forEach(this::userMade);
            }
            case "customer.login", "reseller.login" -> {
                if (ticked(done, "tell")) linksTo(ids(done), "login-changed");
            }
            case "customer.reset-link", "reseller.reset-link" -> linksTo(ids(done), "reset");
            case "user.reset-link" -> letters.writeWithLink(addressees.users(ids(done)), "reset");
            case "customer.suspend", "reseller.suspend" -> {
                // The box in the dialog decides; it is ticked beforehand as the provider wants it.
                if (ticked(done, "tell")) toAccounts(ids(done), "suspended");
                toProviders(done, above(done), Event.STATUS_CHANGED, "suspended-below");
            }
            case "customer.activate", "reseller.activate" -> {
                var active = done.without(StillDark::isIn);
                toAccounts(tellings.told(ids(active), Event.STATUS_CHANGED.to(level(done))), "activated");
                toProviders(active, above(active), Event.STATUS_CHANGED, "activated-below");
            }
            case "customer.move" -> moved(done);
            case "customer.convert" -> {
                toAccounts(tellings.told(ids(done), Event.CUSTOMER_CONVERTED.to(Level.CUSTOMER)), "converted");
                toProviders(done, all(resellers(done)), Event.CUSTOMER_CONVERTED, "converted-below");
            }
            case "customer.remove", "reseller.remove" -> {
                toAccounts(tellings.told(ids(done), Event.ACCOUNT_REMOVED.to(level(done))), "removed");
                toProviders(done, all(resellers(done)), Event.ACCOUNT_REMOVED, "removed-below");
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
        if (ticked(done, "activateByEmail")) letters.writeWithLink(made, "activate");
        else toAccounts(tellings.told(ids, event.to(kind)), "created");
        var above = made.stream().map(Addressee::providerId).collect(Collectors.toSet());
        var names = made.stream().map(Addressee::name).collect(Collectors.joining(", "));
        var letter = kind == Level.CUSTOMER ? "customer-created" : "reseller-created";
        letters.write(addressees.accounts(providers(all(above), event)), letter, names);
    }

    private void userMade(Change change) {
        var username = String.valueOf(change.after().get("user"));
        letters.writeWithLink(addressees.users(change.id(), List.of(username)), "activate");
    }

    private static List<Long> made(Change change) {
        var id = change.after().getOrDefault("customer", change.after().get("reseller"));
        return id instanceof Number number ? List.of(number.longValue()) : List.of();
    }

    /// The targets still know the realm they came from.
    private void moved(Done<?> done) {
        var providers = new LinkedHashSet<>(resellers(done));
        addressees.accounts(ids(done)).forEach(a -> providers.add(a.providerId()));
        toProviders(done, all(providers), Event.CUSTOMER_MOVED, "moved");
        var told = addressees.accounts(tellings.told(ids(done), Event.CUSTOMER_MOVED.to(Level.CUSTOMER)));
        if (told.isEmpty()) return;
        var provider = addressees.accounts(List.of(told.getFirst().providerId()));
        letters.write(
                told,
                "provider-changed",
                provider.isEmpty() ? "" : provider.getFirst().name());
    }

    private void linksTo(List<Long> accounts, String letter) {
        letters.writeWithLink(addressees.accounts(accounts), letter);
    }

    private void toAccounts(List<Long> accounts, String letter) {
        if (!accounts.isEmpty()) letters.write(addressees.accounts(accounts), letter);
    }

    /// The reseller whose customers somebody else has suspended or activated, and the administrator; nobody is told
    /// what he did himself.
    private static Set<Long> above(Done<?> done) {
        var above = all(resellers(done));
        above.remove(done.caller().scope().accountId());
        return above;
    }

    private static Set<Long> all(Set<Long> resellers) {
        var all = new LinkedHashSet<>(resellers);
        all.add(Scope.ADMINISTRATOR);
        return all;
    }

    /// Those of them who want to know.
    private Set<Long> providers(Set<Long> above, Event event) {
        var told = new LinkedHashSet<Long>();
        var resellers = new LinkedHashSet<>(above);
        if (resellers.remove(Scope.ADMINISTRATOR))
            told.addAll(tellings.told(Set.of(Scope.ADMINISTRATOR), event.to(Level.ADMINISTRATOR)));
        told.addAll(tellings.told(resellers, event.to(Level.RESELLER)));
        return told;
    }

    private void toProviders(Done<?> done, Set<Long> above, Event event, String letter) {
        var told = providers(above, event);
        if (told.isEmpty() || done.targets().isEmpty()) return;
        var actor = Objects.requireNonNull(done.caller().username());
        letters.write(addressees.accounts(told), letter, reader ->
                new Object[] {names(of(reader, done), reader), actor});
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
                : LetterWords.of(reader.locale(), "letter.and-more", names, targets.size() - NAMES);
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

    private static boolean ticked(Done<?> done, String box) {
        var given = done.job().input().getOrDefault(box, List.of());
        return !given.isEmpty()
                && !given.getFirst().isEmpty()
                && !given.getFirst().equals("false");
    }
}
