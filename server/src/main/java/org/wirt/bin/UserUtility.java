package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.OwnerLogins;
import org.wirt.account.User;
import org.wirt.account.Users;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// Additional users of accounts.
@Component
class UserUtility implements Utility {

    private static final String KIND = "user";

    private final OwnerLogins owners;
    private final Users users;
    private final RoleWords roles;
    private final ScopedTransaction transaction;

    UserUtility(OwnerLogins owners, Users users, RoleWords roles, ScopedTransaction transaction) {
        this.owners = owners;
        this.users = users;
        this.roles = roles;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "create",
                        "c",
                        "makes one: <login> -cname -passwd -owner -role",
                        Set.of("cname", "role", "owner", "passwd", "email", "status"),
                        this::create),
                new Command(
                        "update",
                        "u",
                        "changes one: <login>",
                        Set.of("cname", "role", "passwd", "email", "status", "login"),
                        this::update),
                new Command("delete", "d", "removes one: <login>", this::delete),
                new Command("info", "i", "tells about one: <login>", this::info));
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<String, String>();
        all.put("cname", "contact name");
        all.put("role", "one of: " + String.join(", ", roles.all()));
        all.put("owner", "login of the account it belongs to");
        all.put("passwd", "password; '' takes it from the environment, PSA_PASSWORD");
        all.put("email", "of the user; left out, it is the login where that is one");
        all.put("status", "enabled or disabled");
        all.put("login", "a new login, with --update");
        return all;
    }

    private Output create(Line line, Speaker speaker) {
        speaker.exchange().needs(Level.RESELLER);
        var login = line.needed();
        var password = line.password().orElseThrow(() -> new Failed(1, "Option -passwd is required."));
        long owner = owner(line, speaker);
        var input = new LinkedHashMap<String, String>();
        input.put("username", login);
        input.put("contactName", line.needed("cname"));
        input.put("email", line.option("email").orElse(login.contains("@") ? login : ""));
        input.put("role", roles.read(line.needed("role")).name());
        input.put("active", String.valueOf(isActive(line, true)));
        input.put("password", password);
        input.put("repeat", password);
        speaker.deed("user.create", owner, input);
        return Success.made(KIND, login);
    }

    private long owner(Line line, Speaker speaker) {
        long owner = transaction
                .read(speaker.exchange().scope(), () -> owners.of(line.needed("owner")))
                .map(OwnerLogins.OwnerLogin::accountId)
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Owner does not exist."));
        if (owner == Scope.ADMINISTRATOR)
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The administrator has no additional users.");
        return owner;
    }

    private static boolean isActive(Line line, boolean otherwise) {
        return switch (line.option("status").orElse("")) {
            case "" -> otherwise;
            case "enabled" -> true;
            case "disabled" -> false;
            default -> throw new Failed(1, "The status is enabled or disabled.");
        };
    }

    private User find(Line line, Speaker speaker) {
        return transaction
                .read(speaker.exchange().scope(), () -> users.named(line.needed()))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "User does not exist."));
    }

    private Output update(Line line, Speaker speaker) {
        speaker.together(() -> change(find(line, speaker), line, speaker));
        return Success.changed(KIND, line.argument());
    }

    private boolean change(User user, Line line, Speaker speaker) {
        var input = new LinkedHashMap<>(user.saved());
        line.option("login").ifPresent(login -> input.put("username", login));
        line.option("cname").ifPresent(name -> input.put("contactName", name));
        line.option("email").ifPresent(email -> input.put("email", email));
        line.option("role").ifPresent(role -> input.put("role", roles.read(role).name()));
        input.put("active", String.valueOf(isActive(line, user.active())));
        if (!input.equals(user.saved())) speaker.deed("user.change", user.id(), input);
        line.password()
                .ifPresent(password ->
                        speaker.deed("user.password", user.id(), Map.of("password", password, "repeat", password)));
        return true;
    }

    private Output delete(Line line, Speaker speaker) {
        speaker.deed("user.remove", find(line, speaker).id(), Map.of());
        return Success.removed(KIND, line.argument());
    }

    private Output info(Line line, Speaker speaker) {
        var user = find(line, speaker);
        return new Sheet()
                .row("Login", user.username())
                .row("Contact name", user.name())
                .row("Email", user.email())
                .row("Role", roles.of(user.role()))
                .row("Status", user.active() ? "enabled" : "disabled")
                .about(line.argument());
    }
}
