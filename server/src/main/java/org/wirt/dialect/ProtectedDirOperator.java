package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;

/// Folders behind a password. They and their users are kept; no web server asks for a password yet, and none is kept.
@Component
class ProtectedDirOperator implements Operator {

    static final String KIND = "protected-dir";
    static final String USER = "protected-dir-user";
    private static final String MISSING = "Protected directory does not exist";
    private static final String NO_USER = "User does not exist";
    private static final String FOLDER = "pd-id";

    /// Before the names of properties, among what is kept.
    private static final String LOCATION = "location.";

    private static final Set<String> VALUES = Set.of("name", "header", "location");
    private static final Set<String> OF_USERS = Set.of("id", "login", "password", "password-type");
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of("site-id", "site-name"));
    private static final Filter.Kinds USERS = new Filter.Kinds(Set.of("id"), Set.of(FOLDER));

    private static final Filter.Kinds SITES = new Filter.Kinds(Set.of("site-id"), Set.of());

    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final ScopedTransaction transaction;

    ProtectedDirOperator(SiteDirectory sites, KeptObjects kept, KeptMatches matches, ScopedTransaction transaction) {
        this.sites = sites;
        this.kept = kept;
        this.matches = matches;
        this.transaction = transaction;
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
        all.put("set", Operation.changing(KINDS, VALUES, this::set));
        all.put("delete", Operation.filtered(KINDS, this::delete));
        all.put("add-user", Operation.needing(this::addUser, FOLDER, "login", "password"));
        all.put("get-user", Operation.filtered(USERS, this::getUsers));
        all.put("set-user", Operation.changing(USERS, OF_USERS, this::setUsers));
        all.put("get-pd-location-descriptor", new Operation(ProtectedDirOperator::checkSites, this::descriptor));
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
        return users(_ -> true);
    }

    /// @param meant which of a folder's users
    private KeptMatches.Ways users(Predicate<KeptObjects.One> meant) {
        return new KeptMatches.Ways(
                USER,
                NO_USER,
                Set.of(),
                Map.of(FOLDER, folder -> usersOf(folder).stream().filter(meant).toList()));
    }

    private List<KeptObjects.One> usersOf(String folder) {
        return kept.saying(USER, FOLDER, folder);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> folder = () -> {
            var name = FolderName.checked(asked.text("name"));
            long site = Ids.number(asked.text("site-id"))
                    .flatMap(sites::byId)
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, SiteOperator.MISSING));
            var data = new LinkedHashMap<String, String>();
            data.put("header", asked.text("header"));
            data.putAll(said(asked.part("location")));
            refuseTaken(site, name, 0);
            return new KeptObjects.New(KIND, Kept.Subject.SITE, site, name, data);
        };
        matches.add(exchange, folder, results);
    }

    /// However it is written, a folder of a site is protected once.
    ///
    /// @param besides number of one that does not count; 0: all do
    private void refuseTaken(long site, String name, long besides) {
        kept.waitFor(KIND, site);
        boolean taken = kept.of(KIND, Kept.Subject.SITE, List.of(site)).stream()
                .anyMatch(one -> one.id() != besides && FolderName.areSame(one.name(), name));
        if (taken) throw new Failed(ErrorNumbers.EXISTS, "The folder '" + name + "' is protected already.");
    }

    private static Map<String, String> said(Element location) {
        var said = new LinkedHashMap<String, String>();
        for (var property : location.all("property")) {
            var name = property.needed("name").text();
            var value = property.text("value");
            said.put(
                    LOCATION + name,
                    Descriptors.OF_LOCATION.contains(name) ? String.valueOf(Forms.bool(value)) : value);
        }
        return said;
    }

    /// What is not said stays, also of the location.
    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        if (values.has("name")) FolderName.checked(values.text("name"));
        Consumer<KeptObjects.One> change = one -> {
            var name = values.has("name") ? values.text("name") : one.name();
            var data = new LinkedHashMap<>(one.data());
            values.child("header").ifPresent(header -> data.put("header", header.text()));
            data.putAll(said(values.part("location")));
            if (!name.equals(one.name())) refuseTaken(one.subjectId(), name, one.id());
            if (!name.equals(one.name()) || !data.equals(one.data())) kept.change(exchange, one, name, data);
        };
        matches.change(exchange, asked, ways(), change, results);
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

    private static void checkSites(Element asked) {
        if (asked.has("filter")) Filter.check(asked, SITES);
    }

    /// The same for all domains.
    private void descriptor(Element asked, Exchange exchange, Consumer<Element> results) {
        var wanted = asked.part("filter").all("site-id");
        if (wanted.isEmpty())
            results.accept(new Element("result").add("status", "ok").add(Descriptors.ofLocation()));
        for (var one : wanted)
            exchange.tell(results, result -> result.add("filter-id", one.text()), () -> {
                long site = transaction
                        .read(exchange.scope(), () -> Ids.number(one.text()).flatMap(sites::byId))
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, SiteOperator.MISSING));
                return new Element("result")
                        .add("status", "ok")
                        .add("filter-id", one.text())
                        .add("id", site)
                        .add(Descriptors.ofLocation());
            });
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
            refuseOthers(asked);
            if (asked.text("login").isEmpty()) throw Failed.invalid("The login is missing.");
            Forms.refuseNoPassword(asked);
            var id = Long.toString(folder.id());
            var data = Map.of(FOLDER, id, "login", asked.text("login"));
            return new KeptObjects.New(
                    USER, Kept.Subject.SITE, folder.subjectId(), name(id, asked.text("login")), data);
        };
        matches.add(exchange, user, results);
    }

    private static String name(String folder, String login) {
        return folder + " " + login;
    }

    private static void refuseOthers(Element said) {
        if (!Set.of("", "plain").contains(said.text("password-type")))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "password-type is not supported.");
    }

    /// Of a folder's users one can be named by his number; no password is kept.
    private void setUsers(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        refuseOthers(values);
        if (values.has("login") && values.text("login").isEmpty()) throw Failed.invalid("The login is missing.");
        Forms.refuseNoPassword(values);
        Predicate<KeptObjects.One> meant =
                one -> !values.has("id") || values.text("id").equals(Long.toString(one.id()));
        Consumer<KeptObjects.One> change = one -> {
            if (!meant.test(one)) throw new Failed(ErrorNumbers.MISSING, NO_USER);
            if (values.text("login").isEmpty() || values.text("login").equals(one.text("login"))) return;
            var data = new LinkedHashMap<>(one.data());
            data.put("login", values.text("login"));
            kept.change(exchange, one, name(one.text(FOLDER), values.text("login")), data);
        };
        matches.change(exchange, asked, users(meant), change, results);
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
