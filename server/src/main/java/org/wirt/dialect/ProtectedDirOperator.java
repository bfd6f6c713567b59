package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDirectory;

/// Folders behind a password. They and their users are kept; no web server asks for a password yet, and none is kept.
@Component
class ProtectedDirOperator implements Operator {

    private static final String KIND = "protected-dir";
    private static final String USER = "protected-dir-user";
    private static final String MISSING = "Protected directory does not exist";
    private static final String NO_USER = "User does not exist";
    private static final String FOLDER = "pd-id";

    /// Before the names of properties, among what is kept.
    private static final String LOCATION = "location.";

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of("site-id", "site-name"));
    private static final Filter.Kinds USERS = new Filter.Kinds(Set.of("id"), Set.of(FOLDER));

    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final KeptMatches matches;

    ProtectedDirOperator(SiteDirectory sites, KeptObjects kept, KeptMatches matches) {
        this.sites = sites;
        this.kept = kept;
        this.matches = matches;
    }

    @Override
    public List<String> names() {
        return List.of(KIND);
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("add", Operation.needing(this::add, "site-id", "name"));
        all.put("get", Operation.filtered(KINDS, this::get));
        all.put("delete", Operation.filtered(KINDS, this::delete));
        all.put("add-user", Operation.needing(this::addUser, FOLDER, "login", "password"));
        all.put("get-user", Operation.filtered(USERS, this::getUsers));
        all.put("delete-user", Operation.filtered(USERS, this::deleteUsers));
        return all;
    }

    private KeptMatches.Ways ways() {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of(),
                Map.of(
                        "site-id", id -> kept.of(KIND, Ids.number(id).flatMap(sites::byId)),
                        "site-name", name -> kept.of(KIND, sites.byName(name))));
    }

    private KeptMatches.Ways users() {
        return new KeptMatches.Ways(USER, NO_USER, Set.of(), Map.of(FOLDER, this::usersOf));
    }

    private List<KeptObjects.One> usersOf(String folder) {
        return kept.saying(USER, FOLDER, folder);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> folder = () -> {
            if (asked.text("name").isEmpty()) throw Failed.invalid("The name of the folder is missing.");
            long site = Ids.number(asked.text("site-id"))
                    .flatMap(sites::byId)
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, SiteOperator.MISSING));
            var data = new LinkedHashMap<String, String>();
            data.put("header", asked.text("header"));
            for (var property : asked.part("location").all("property"))
                data.put(LOCATION + property.needed("name").text(), property.text("value"));
            return new KeptObjects.New(KIND, Kept.Subject.SITE, site, asked.text("name"), data);
        };
        matches.add(exchange, folder, results);
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> result.add(new Element("data")
                        .add("name", one.name())
                        .add("header", one.text("header"))
                        .add(location(one))),
                results);
    }

    private static Element location(KeptObjects.One one) {
        var location = new Element("location");
        new TreeMap<>(one.data()).forEach((name, value) -> {
            if (name.startsWith(LOCATION))
                location.add(new Element("property")
                        .add("name", name.substring(LOCATION.length()))
                        .add("value", value));
        });
        return location;
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, ways(), one -> usersOf(Long.toString(one.id())), results);
    }

    private void addUser(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> user = () -> {
            var folder = Ids.number(asked.text(FOLDER))
                    .flatMap(number -> kept.find(KIND, number))
                    .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
            if (asked.text("login").isEmpty()) throw Failed.invalid("The login is missing.");
            var name = folder.id() + " " + asked.text("login");
            var data = Map.of(FOLDER, Long.toString(folder.id()), "login", asked.text("login"));
            return new KeptObjects.New(USER, Kept.Subject.SITE, folder.subjectId(), name, data);
        };
        matches.add(exchange, user, results);
    }

    private void getUsers(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                users(),
                (one, result) -> result.add(new Element("data").add("login", one.text("login"))),
                results);
    }

    private void deleteUsers(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, users(), _ -> List.of(), results);
    }
}
