package org.wirt.bin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// Roles of additional users. There are those that the panel brings, the same in every account.
@Component
class RoleUtility implements Utility {

    private static final Set<String> TAKEN = Set.of("owner", "webSitesAndDomainsManagement");

    private final RoleWords roles;

    RoleUtility(RoleWords roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "role";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("create", "c", "roles are those of the panel: <name>", TAKEN, this::create),
                new Command("update", "u", "roles of the panel cannot be changed: <name>", TAKEN, this::change),
                new Command("delete", "d", "roles of the panel cannot be removed: <name>", TAKEN, this::change),
                new Command("info", "i", "tells about one: <name>", Set.of("owner"), this::info));
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "owner", "login of an account; each has the same roles",
                "webSitesAndDomainsManagement", "what a role may do cannot be changed");
    }

    private Output create(Line line, Speaker speaker) {
        line.needed();
        throw new Failed(
                ErrorNumbers.NOT_SUPPORTED, "Roles cannot be made; there are: " + String.join(", ", roles.all()) + ".");
    }

    private Output change(Line line, Speaker speaker) {
        find(line);
        throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Built-in roles cannot be changed or removed.");
    }

    private Output info(Line line, Speaker speaker) {
        return new Sheet().row("Name", find(line)).row("Built-in", "true").about(line.argument());
    }

    private String find(Line line) {
        return roles.all().stream()
                .filter(role -> role.equalsIgnoreCase(line.needed()))
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Role does not exist."));
    }
}
