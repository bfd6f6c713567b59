package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirt.access.ApiTokens;
import org.wirt.access.Level;
import org.wirt.operation.Inputs;
import org.wirt.operation.Verbs;

/// Whatever belongs to somebody else answers exactly as if it did not exist: asked by id on every route, in bulk, in
/// the fields of every verb and in the filters of every list. A new route or verb is asked without being named here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsTest extends PanelTest {

    private static final Pattern CHANGING = Pattern.compile("<input[^>]*name=\"(?:systemUser|_csrf)[^>]*>"
            + "|[A-Za-z0-9_-]{80,}+={0,2}|\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final long MISSING = 888_888_888_888L;
    private static final List<String> FILTERS = List.of(
            "provider", "reseller", "customer", "subscription", "plan", "account", "user", "job", "after", "to");

    /// Somebody who asks, what is his own, and what is not.
    private record Asker(Level level, Browser browser, List<Long> own, List<Foreign> foreign) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Verbs verbs;

    @Autowired
    ApiTokens tokens;

    private List<Route> routes = List.of();
    private List<Route> programs = List.of();
    private Given.Account owner;
    private Program program;
    private final List<Asker> askers = new ArrayList<>();

    @BeforeAll
    void peopleWhoAskForWhatIsNotTheirs() {
        var all = Route.all(mapping);
        routes = all.stream().filter(route -> !route.program()).toList();
        programs = all.stream().filter(Route::program).toList();
        var foreign = Foreign.reseller(given.database, 9_000_000_001L, "fremdling");
        var reseller = given.reseller("Reseller A");
        var customer = given.customer("Kunde A1", reseller);
        var subscription = given.subscription(customer);
        var second = Foreign.subscription(given.database, customer, 9_100_000_001L, "zweitling");
        var limited = given.user(customer, "ADMIN");
        given.database.execute(
                "update wirt.login set subscription_id = ? where username = ?", subscription.id(), limited);
        var own = List.of(customer.id(), subscription.id());
        given.permit(reseller, "remote_api");
        owner = reseller;
        askers.add(new Asker(Level.RESELLER, signedIn(reseller.username()), own, List.of(foreign)));
        askers.add(
                new Asker(Level.CUSTOMER, signedIn(customer.username()), List.of(subscription.id()), List.of(foreign)));
        askers.add(new Asker(Level.CUSTOMER, signedIn(limited), List.of(subscription.id()), List.of(foreign, second)));
    }

    /// Nobody asks as often as these tests.
    @BeforeEach
    void aProgramThatHasNotAskedYet() {
        program = new Program(address(), given.token(tokens, owner));
    }

    @Test
    void everyRouteWithAnId() {
        nothingIsWrong((asker, wrong) -> {
            for (var route : routes) {
                for (var path : route.paths(MISSING, asker.own)) {
                    var missing = ask(asker, route.method(), path);
                    if (missing.status() != 404) wrong.add(said(asker, route.method() + " " + path, missing));
                    for (var foreign : asker.foreign) {
                        for (var id : foreign.ids) {
                            var asked = path.replace(Long.toString(MISSING), Long.toString(id));
                            var answer = ask(asker, route.method(), asked);
                            if (answer.status() != missing.status() || !same(answer, id, missing)) {
                                wrong.add(said(asker, route.method() + " " + asked, answer));
                            }
                            if (answer.body().contains(foreign.mark)) wrong.add("shows its name: " + asked);
                        }
                    }
                }
            }
        });
    }

    @Test
    void everyRouteOfAProgram() {
        var foreign = askers.getFirst().foreign.getFirst();
        for (var route : programs) {
            for (var path : route.paths(MISSING, List.of())) {
                var missing = asked(route.method(), path);
                assertThat(missing.status()).as(path).isEqualTo(404);
                for (var id : foreign.ids) {
                    var answer = asked(route.method(), path.replace(Long.toString(MISSING), Long.toString(id)));
                    assertThat(answer.body()).as("%s with %s", path, id).isEqualTo(missing.body());
                }
            }
        }
    }

    private Program.Answer asked(String method, String path) {
        return method.equals("GET") ? program.get(path) : program.post(path, "");
    }

    @Test
    void everyVerbOfAProgramAloneAndAmongOwnTargets() {
        var foreign = askers.getFirst().foreign.getFirst();
        var others = new ArrayList<>(List.of(""));
        for (var own : askers.getFirst().own) others.add(own + ",");
        for (var verb : verbs.all()) {
            aProgramThatHasNotAskedYet();
            for (var before : others) {
                var missing = ahead(verb.name(), before + MISSING);
                for (var id : foreign.ids)
                    assertThat(ahead(verb.name(), before + id)
                                    .body()
                                    .toString()
                                    .replace("\"id\":" + id + ",", "\"id\":" + MISSING + ","))
                            .as("%s on %s%s", verb.name(), before, id)
                            .isEqualTo(missing.body().toString());
            }
        }
    }

    private Program.Answer ahead(String verb, String ids) {
        return program.post("/api/v1/verbs/" + verb + "?preview=true", "{\"ids\":[" + ids + "]}");
    }

    /// Otherwise the questions above would be asked in vain.
    @Test
    void theirOwnersFindThem() {
        var foreign = askers.getFirst().foreign.getFirst();
        var owners = new ArrayList<Browser>();
        owners.add(administrator());
        for (var owner : foreign.owners) owners.add(signedIn(owner));
        var inVain = routes.stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> !route.paths(MISSING, List.of()).isEmpty())
                .filter(route -> foreign.ids.stream()
                        .map(id -> route.paths(id, List.of()).getFirst())
                        .allMatch(path -> owners.stream()
                                .allMatch(owner -> owner.get(path).status() == 404)))
                .map(Route::path)
                .toList();

        assertThat(inVain).as("routes for which Foreign makes no object").isEmpty();
    }

    @Test
    void everyVerbAloneAndAmongOwnTargets() {
        nothingIsWrong((asker, wrong) -> {
            for (var verb : verbs.all()) {
                var path = "/bulk/" + verb.name();
                compare(asker, wrong, path, "id", "{}");
                compare(asker, wrong, path, "id", "{}", "preview", "true");
                for (var own : asker.own) {
                    compare(asker, wrong, path, "id", own.toString(), "id", "{}", "preview", "true");
                }
            }
        });
    }

    @Test
    void everyFieldOfAVerbThatNamesAnObject() {
        nothingIsWrong((asker, wrong) -> {
            for (var verb : verbs.all()) {
                for (var component : Inputs.fields(verb.input())) {
                    if (!mayBeAnId(component.getGenericType())) continue;
                    boolean perTarget = component.getType() == Map.class;
                    for (var own : asker.own) {
                        var field = component.getName() + (perTarget ? "." + own : "");
                        preview(asker, wrong, verb.name(), own, field, "{}");
                    }
                }
            }
        });
    }

    /// Lines of a form that belong to something below the target, e.g. a new date for each of its subscriptions.
    @Test
    void everyFieldThatIsNamedAfterAnObject() {
        nothingIsWrong((asker, wrong) -> {
            for (var verb : verbs.all()) {
                for (var component : Inputs.fields(verb.input())) {
                    if (component.getType() != Map.class) continue;
                    var field = component.getName() + ".{}";
                    var value = readable(component.getGenericType());
                    for (var own : asker.own) preview(asker, wrong, verb.name(), own, field, value);
                }
            }
        });
    }

    /// Something that a map of this type takes for a value.
    private static String readable(Type map) {
        var value = List.of(((ParameterizedType) map).getActualTypeArguments()).getLast();
        if (value == Instant.class) return "2099-12-31";
        if (value == Boolean.class) return "true";
        return value instanceof Class<?> type && type.isEnum() ? String.valueOf(type.getEnumConstants()[0]) : "1";
    }

    private static boolean mayBeAnId(Type type) {
        if (type == long.class || type == Long.class) return true;
        return type instanceof ParameterizedType generic
                && (generic.getRawType() == Optional.class
                        || generic.getRawType() == Map.class
                        || generic.getRawType() == List.class)
                && List.of(generic.getActualTypeArguments()).getLast() == Long.class;
    }

    @Test
    void everyFilterOfEveryList() {
        nothingIsWrong((asker, wrong) -> {
            for (var route : routes) {
                if (route.hasVariables() || !route.method().equals("GET")) continue;
                for (var filter : FILTERS) {
                    var missing = ask(asker, "GET", route.path() + "?" + filter + "=" + MISSING);
                    for (var foreign : asker.foreign) {
                        var id = foreign.ids.getFirst();
                        var answer = ask(asker, "GET", route.path() + "?" + filter + "=" + id);
                        if (!same(answer, id, missing)) wrong.add(route.path() + "?" + filter + "=" + id);
                        if (answer.body().contains(foreign.mark)) wrong.add("shows its name: " + route.path());
                    }
                }
            }
        });
    }

    @Test
    void routesOfHigherLevelsAreMissing() {
        nothingIsWrong((asker, wrong) -> {
            for (var route : routes) {
                if (route.level().isEmpty() || asker.level.reaches(route.level().get())) continue;
                for (var path : route.hasVariables() ? route.paths(MISSING, asker.own) : List.of(route.path())) {
                    var answer = ask(asker, route.method(), path);
                    if (answer.status() != 404) wrong.add(said(asker, route.method() + " " + path, answer));
                }
            }
        });
    }

    /// Everybody asks at once: they do not hear one another.
    private void nothingIsWrong(BiConsumer<Asker, Collection<String>> questions) {
        var wrong = new ConcurrentLinkedQueue<String>();
        askers.parallelStream().forEach(asker -> questions.accept(asker, wrong));
        assertThat(wrong).isEmpty();
    }

    /// Sends the fields with each foreign id and with one that does not exist in place of `{}`.
    /// One field of a verb's form, on a target of the asker's own.
    private void preview(Asker asker, Collection<String> wrong, String verb, Long own, String field, String value) {
        compare(asker, wrong, "/bulk/" + verb, "id", own.toString(), field, value, "preview", "true");
    }

    private void compare(Asker asker, Collection<String> wrong, String path, String... fields) {
        var missing = asker.browser.post(path, filled(fields, MISSING));
        for (var foreign : asker.foreign) {
            for (var id : foreign.ids) {
                var answer = asker.browser.post(path, filled(fields, id));
                if (answer.status() != missing.status() || !same(answer, id, missing)) {
                    wrong.add(said(asker, path + " " + String.join(" ", filled(fields, id)), answer));
                }
                if (answer.body().contains(foreign.mark)) wrong.add("shows its name: " + path + " " + id);
            }
        }
    }

    private static String[] filled(String[] fields, long id) {
        var filled = fields.clone();
        for (int i = 0; i < filled.length; i++) filled[i] = filled[i].replace("{}", Long.toString(id));
        return filled;
    }

    private static Browser.Answer ask(Asker asker, String method, String path) {
        return method.equals("GET") ? asker.browser.get(path) : asker.browser.post(path);
    }

    private static boolean same(Browser.Answer answer, long id, Browser.Answer missing) {
        var body = answer.body().replace(Long.toString(id), "ID");
        var other = missing.body().replace(Long.toString(MISSING), "ID");
        if (body.equals(other)) return true;
        var lines = body.lines().toList();
        var others = other.lines().toList();
        return lines.size() == others.size()
                && IntStream.range(0, lines.size()).allMatch(i -> alike(lines.get(i), others.get(i)));
    }

    /// Only lines that differ are looked at closely: looking at whole pages took longer than all that the panel did.
    private static boolean alike(String line, String other) {
        return line.equals(other) || neutral(line).equals(neutral(other));
    }

    /// Without what differs between any two answers: tokens, and proposed names and passwords.
    private static String neutral(String line) {
        return CHANGING.matcher(line).replaceAll("");
    }

    private static String said(Asker asker, String question, Browser.Answer answer) {
        return asker.level + ": " + question + " answers " + answer.status() + " at " + answer.path();
    }
}
