package org.wirt.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// Every screen in both languages and both themes: no accessibility violation, no complaint of the browser, and the
/// same structure whichever language one reads.
class EveryScreenBrowserTest extends PanelTest {

    @Test
    void isAccessibleAndTheSameInBothLanguages() {
        given.administratorsPassword();
        var reseller = given.reseller("Netzwirt Übersee");
        var customer = given.customer("Gasthof Zum Goldenen Ölzweig", reseller);
        given.subscription(customer);
        var others = Stream.of("Weinhandlung Rebstock", "Fahrradladen Speiche", "Gärtnerei Immergrün", "Blumen Distel")
                .map(given::customer)
                .map(Given.Account::id)
                .toList();
        var ground = Ground.around(given, address(), customer.id(), reseller.id(), others);
        var wrong = new ArrayList<String>();
        for (var who : Place.Who.values()) {
            var username = switch (who) {
                case NOBODY -> "";
                case ADMINISTRATOR -> "admin";
                case RESELLER -> reseller.username();
                case CUSTOMER -> customer.username();
            };
            wrong.addAll(lookAround(who, username, ground));
        }
        assertThat(wrong).isEmpty();
    }

    /// Both languages at a time: the browser has more to do than the panel.
    private Collection<String> lookAround(Place.Who who, String username, Ground ground) {
        var wrong = new ConcurrentLinkedQueue<String>();
        if (!username.isEmpty()) {
            given.database.execute("update wirt.login set locale = null where username = ?", username);
            given.database.execute("delete from wirt.session");
        }
        try (var german = person(Reading.GERMAN, username);
                var english = person(Reading.ENGLISH, username)) {
            var structures = Stream.of(german, english)
                    .parallel()
                    .map(person -> visit(person, who, ground, wrong))
                    .toList();
            var inGerman = structures.getFirst();
            structures.getLast().forEach((place, structure) -> {
                if (!structure.equals(inGerman.get(place))) wrong.add(place + ": the languages differ in structure");
            });
        }
        return wrong;
    }

    /// German by day, English by night: every screen in both languages and both themes.
    private Person person(Reading language, String username) {
        var look = language == Reading.GERMAN ? ColorScheme.LIGHT : ColorScheme.DARK;
        var reader = Chromium.reader(language, look, 1440);
        // Once for all pages; handing it to each takes a quarter of the time axe itself does.
        reader.addInitScript(AxeBuilder.getAxeScript());
        var person = new Person(address() + "/sign-in", language, reader);
        return username.isEmpty() ? person : person.signIn(username, Given.PASSWORD);
    }

    private Map<String, String> visit(Person person, Place.Who who, Ground ground, Collection<String> wrong) {
        var structures = new LinkedHashMap<String, String>();
        for (var place : Place.ALL) {
            // The browser itself complains about every answer that is not found.
            if (place.who() != who || place.name().equals("nothing-there")) continue;
            var answer = person.page.navigate(address() + ground.path(place.path()));
            if (answer == null || answer.status() != 200) {
                wrong.add(place.name() + ": answered " + (answer == null ? "nothing" : answer.status()));
                continue;
            }
            barriers(person).forEach(barrier -> wrong.add(place.name() + ": " + barrier));
            structures.put(place.name(), structure(person));
        }
        person.complaints().forEach(complaint -> wrong.add(who + ": " + complaint));
        return structures;
    }

    /// What axe finds, in the page itself and nothing but what is wrong: the library's own way carries every node that
    /// is right out of the browser, and takes three times as long.
    private static List<String> barriers(Person person) {
        var found = person.page.evaluate("""
                () => axe.run({resultTypes: ['violations']})
                    .then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].target).join('\\n'))""");
        return found.toString().lines().toList();
    }

    /// The roles of a page, without words. How many rows a list has changes while one looks around, so each kind of
    /// line counts once.
    private static String structure(Person person) {
        return person.page
                .locator("body")
                .ariaSnapshot()
                .replaceAll("\"[^\"]*\"", "")
                .lines()
                .map(line -> line.replaceAll("^(\\s*- [a-z]+).*$", "$1"))
                .filter(line -> !line.matches("\\s*- (text|/(url|placeholder)).*"))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
