package org.wirt.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.account.StillDark;
import org.wirt.operation.Change;
import org.wirt.operation.Done;
import org.wirt.operation.Operand;

/// Which deed is told to whom. Runs in the transaction of the deed: either both are there or none. Providers get one
/// letter for a deed, however many accounts it was about.
@Component
class DeedLetters {

    private final Addressees addressees;
    private final Letters letters;

    DeedLetters(Addressees addressees, Letters letters) {
        this.addressees = addressees;
        this.letters = letters;
    }

    @EventListener
    void told(Done<?> done) {
        if (done.job().undoes().isPresent()) return;
        switch (done.verb()) {
            case "customer.create", "reseller.create" -> created(done);
            case "customer.login", "reseller.login" -> {
                if (ticked(done, "tell")) linksToAccounts(done, "login-changed");
            }
            case "customer.reset-link", "reseller.reset-link" -> linksToAccounts(done, "reset");
            case "user.reset-link" -> letters.writeWithLink(addressees.users(ids(done)), "reset");
            case "customer.suspend", "reseller.suspend" -> {
                if (ticked(done, "tell")) toAccounts(done, "suspended");
                toResellersAbove(done, "suspended-below");
            }
            case "customer.activate", "reseller.activate" -> {
                var active = done.without(StillDark::isIn);
                toAccounts(active, "activated");
                toResellersAbove(active, "activated-below");
            }
            case "customer.move" -> moved(done);
            case "customer.convert" -> {
                toAccounts(done, "converted");
                toProviders(done, resellers(done), "converted-below");
            }
            case "customer.remove", "reseller.remove" -> toProviders(done, resellers(done), "removed-below");
            default -> {
                // Nobody needs a letter about it.
            }
        }
    }

    private void created(Done<?> done) {
        var ids = new ArrayList<Long>();
        for (var change : done.changes()) ids.addAll(made(change));
        var kind = done.verb().startsWith("customer") ? "customer" : "reseller";
        boolean link = ticked(done, "activateByEmail");
        var made = addressees.accounts(ids);
        if (link) letters.writeWithLink(made, "activate");
        else letters.write(made, "created");
        var above = made.stream().map(Addressee::providerId).collect(Collectors.toSet());
        above.add(Scope.ADMINISTRATOR);
        var names = made.stream().map(Addressee::name).collect(Collectors.joining(", "));
        letters.write(addressees.accounts(above), kind + "-created", names);
    }

    private static List<Long> made(Change change) {
        var id = change.after().getOrDefault("customer", change.after().get("reseller"));
        return id instanceof Number number ? List.of(number.longValue()) : List.of();
    }

    /// The targets still know the realm they came from.
    private void moved(Done<?> done) {
        var providers = new LinkedHashSet<>(resellers(done));
        addressees.accounts(ids(done)).forEach(a -> providers.add(a.providerId()));
        toProviders(done, providers, "moved");
    }

    private void linksToAccounts(Done<?> done, String event) {
        letters.writeWithLink(addressees.accounts(ids(done)), event);
    }

    private void toAccounts(Done<?> done, String event) {
        letters.write(addressees.accounts(ids(done)), event);
    }

    /// The reseller whose customers somebody else has suspended or activated.
    private void toResellersAbove(Done<?> done, String event) {
        var above = resellers(done);
        above.remove(Scope.ADMINISTRATOR);
        above.remove(done.caller().scope().accountId());
        toEach(done, above, event);
    }

    private void toProviders(Done<?> done, Set<Long> above, String event) {
        var all = new LinkedHashSet<>(above);
        all.add(Scope.ADMINISTRATOR);
        toEach(done, all, event);
    }

    private void toEach(Done<?> done, Set<Long> above, String event) {
        if (above.isEmpty() || done.targets().isEmpty()) return;
        var names = done.targets().stream().map(Operand::name).collect(Collectors.joining(", "));
        var actor = Objects.requireNonNull(done.caller().username());
        letters.write(addressees.accounts(above), event, names, actor);
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
