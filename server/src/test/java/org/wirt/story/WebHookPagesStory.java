package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Level;
import org.wirt.audit.RecordedDeeds;
import org.wirt.hook.EventChoices;
import org.wirt.speech.Texts;
import org.wirt.value.WebHookSecret;

/// The pages about web hooks: who has any, a secret that is shown once, a test that is answered at once, and forms that
/// keep what was typed.
class WebHookPagesStory extends WebHookTest {

    private static final Pattern SECRET = Pattern.compile("<code class=\"w-token\">(whsec_[A-Za-z0-9+/=]+)</code>");

    @Autowired
    private EventChoices choices;

    @Autowired
    private List<RecordedDeeds> recorded;

    @Test
    void theSecretIsShownOnceAndCanBeRenewed() throws GeneralSecurityException {
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/tools").words()).contains("Web-Hooks");
        assertThat(browser.get("/web-hooks/new").words()).contains("Kunde", "Status geändert");
        var made =
                browser.post("/web-hooks", "name", "Buchhaltung", "url", receiver.address("/"), "types", "customer.*");
        var first = shown(made);
        long hook = given.number("select max(id) from wirt.web_hook where account_id = ?", reseller.id());
        assertThat(browser.get("/web-hooks/" + hook).body()).doesNotContain(first, "whsec_");
        assertThat(browser.get("/web-hooks").words()).contains("Buchhaltung", receiver.address("/"));
        suspend(customer);
        soon(() -> receiver.about(customer).size() == 1);
        assertThat(signatureOf(receiver.about(customer).getFirst()))
                .isEqualTo(signature(
                        new WebHookSecret(first), receiver.about(customer).getFirst()));

        assertThat(browser.get("/web-hooks/" + hook + "/secret").words()).contains("Geheimnis");
        var second = shown(browser.post("/web-hooks/" + hook + "/secret"));
        assertThat(second).isNotEqualTo(first);
        activate(customer);
        soon(() -> receiver.about(customer).size() == 2);
        var got = receiver.about(customer).getLast();
        assertThat(signatureOf(got)).isEqualTo(signature(new WebHookSecret(second), got));

        var kept = given.text(
                "select coalesce(string_agg(j.input::text, ''), '') || (select string_agg(coalesce(a.before::text, '') || coalesce(a.after::text, ''), '') "
                        + "from wirt.audit a where a.verb like 'web-hook.%') from wirt.job j where j.verb like 'web-hook.%'");
        assertThat(kept).contains(receiver.address("/")).doesNotContain("whsec_");
        assertThat(given.number("select count(*) from wirt.web_hook where position('whsec_'::bytea in secret) > 0"))
                .isZero();
    }

    private static String shown(Browser.Answer page) {
        var shown = SECRET.matcher(page.body());
        assertThat(shown.find()).as(page.words()).isTrue();
        return shown.group(1);
    }

    @Test
    void customersHaveNone() {
        var browser = signedIn(customer.username());
        assertThat(browser.get("/web-hooks").status()).isEqualTo(404);
        assertThat(browser.post("/web-hooks", "name", "x", "url", receiver.address("/"))
                        .status())
                .isEqualTo(404);
        assertThat(create(program, customer, receiver.address("/")).status()).isEqualTo(404);
    }

    @Test
    void aTestSaysAtOnceWhatTheReceiverAnswers() throws GeneralSecurityException {
        long hook = hook("/", "plan.*");
        deed("web-hook.disable", hook, "");
        var browser = signedIn(reseller.username());
        assertThat(browser.post("/web-hooks/" + hook + "/test").words())
                .contains("Der Empfänger hat den Test angenommen: Antwort 204");
        var ping = receiver.all().getFirst();
        assertThat(ping.type()).isEqualTo("ping");
        assertThat(signatureOf(ping)).isEqualTo(signature(secret, ping));
        receiver.answers(_ -> 500);
        assertThat(browser.post("/web-hooks/" + hook + "/test").words())
                .contains("Der Test wurde nicht angenommen: Antwort 500");
        assertThat(given.number("select count(*) from wirt.web_hook where id = ? and failing_since is not null", hook))
                .isZero();
    }

    @Test
    void aFormWithMistakesSaysAllOfThemAndKeepsWhatWasTyped() {
        var browser = signedIn(reseller.username());
        browser.get("/web-hooks/new");
        var again = browser.post("/web-hooks", "name", "", "url", "http://10.0.0.1/x", "types", "customer.created");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("f-name-error", "http://10.0.0.1/x");
        var refused = browser.post("/web-hooks", "name", "Kasse", "url", "http://10.0.0.1/x");
        assertThat(refused.words()).contains("Web-Hooks gehen nur an öffentliche Adressen");
        long hook = hook("/", "customer.created");
        var form = browser.get("/web-hooks/" + hook + "/change");
        assertThat(form.body()).contains("value=\"customer.created\" checked");
        browser.post(
                "/web-hooks/" + hook + "/change",
                "name",
                "Kasse",
                "url",
                receiver.address("/b"),
                "version",
                "0",
                "types",
                "plan.*");
        assertThat(browser.get("/web-hooks/" + hook).words())
                .contains("Kasse", "Paket: alle Ereignisse", receiver.address("/b"));
        assertThat(deed("web-hook.change", hook, "\"name\":\"Theke\"").status()).isEqualTo(200);
        assertThat(given.text("select name || ' ' || types[1] || ' ' || url from wirt.web_hook where id = ?", hook))
                .isEqualTo("Theke plan.* " + receiver.address("/b"));
        browser.deed("web-hook.remove", hook);
        assertThat(browser.get("/web-hooks").words()).contains("Noch keine Web-Hooks");
    }

    @Test
    void everyTypeOfEventHasWordsInBothLanguages() {
        for (var language : List.of(java.util.Locale.GERMAN, java.util.Locale.ENGLISH)) {
            var t = Texts.load(language);
            choices.of(Level.ADMINISTRATOR).forEach((kind, types) -> {
                assertThat(t.has("web.object." + kind)).as(kind).isTrue();
                for (var type : types)
                    assertThat(t.has("web.event-type." + type.substring(kind.length() + 1)))
                            .as(type)
                            .isTrue();
            });
            for (var room : recorded)
                for (var deed : room.of(Level.ADMINISTRATOR))
                    assertThat(t.has("web.deed." + deed)).as(deed).isTrue();
        }
    }

    @Test
    void whatIsOnlyKeptHasEventsOfItsOwn() {
        assertThat(choices.of(Level.RESELLER))
                .containsEntry("database", List.of("database.created", "database.deleted", "database.updated"))
                .containsKeys("database-user", "site-alias", "protected-dir", "certificate")
                .doesNotContainKeys("kept", "db-server", "dns-template");
        assertThat(choices.of(Level.ADMINISTRATOR)).containsKeys("db-server", "dns-template");
        long hook = hook("/", "database.created", "site-alias.*");
        assertThat(signedIn(reseller.username()).get("/web-hooks/" + hook).words())
                .contains("Datenbank: hinzugefügt", "Domain-Alias: alle Ereignisse");
        assertThat(create(program, reseller, receiver.address("/"), "db-server.created")
                        .status())
                .isEqualTo(422);
    }
}
