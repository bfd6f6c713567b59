package org.wirt.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirt.listing.Cursor;

/// Whatever is sent, the answer is a page in the reader's words, and nothing has changed.
class BadRequestsStory extends PanelTest {

    @Test
    void anIdThatIsNoneAnswersLikeAMissingOne() {
        var reader = administrator();
        for (var path :
                new String[] {"/customers/abc", "/customers/99999999999999999999/contact", "/plans/%3Cscript%3E"}) {
            var answer = reader.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.words()).as(path).contains("Nicht gefunden");
        }
    }

    @Test
    void aPageThatTakesNoFormAnswersAsMissing() {
        var reader = administrator();
        reader.get("/account");
        assertThat(reader.post("/domains").status()).isEqualTo(404);
        assertThat(reader.get("/density").words()).contains("Nicht gefunden");
    }

    @Test
    void aFormWithoutItsTokenIsToldSo() {
        var answer = browser().post("/sign-in", "username", "admin");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.words()).contains("Formular nicht angenommen", "Es wurde nichts geändert");
    }

    @Test
    void whatIsNoRequestAtAllIsToldSoWithoutAProduct() throws IOException {
        var address = URI.create(address());
        for (var line : new String[] {"GET /../x HTTP/1.1", "GET /[ HTTP/1.1", "GET x HTTP/1.1"}) {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream()
                        .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
                var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).as(line).startsWith("HTTP/1.1 400").endsWith("\r\n\r\n400 Bad Request\n");
            }
        }
    }

    @Test
    void whatCannotBeReadIsToldSo() {
        var reader = administrator();
        reader.get("/account");
        assertThat(reader.get("/customers?q=%00").words()).contains("Anfrage nicht lesbar");
        assertThat(reader.get("/customers?q=a%ED%A0%80").status()).isEqualTo(400);
        assertThat(reader.get("/customers;x=1/5").words()).contains("Anfrage nicht lesbar");
        reader.get("/account");
        assertThat(reader.post("/theme").words()).contains("Anfrage nicht lesbar");
        var nul = reader.post("/customers", "contactName", "a\0b");
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.words()).contains("Anfrage nicht lesbar", "Es wurde nichts geändert");
    }

    @Test
    void aPasswordIsTypedTwice() {
        var reader = administrator();
        reader.get("/account");
        var name = Given.unique();
        var answer = reader.post(
                "/customers",
                "contactName",
                "Max",
                "email",
                "max@example.org",
                "username",
                name,
                "password",
                "Sommer.Regen.99",
                "repeat",
                "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Die beiden Passwörter stimmen nicht überein");
        assertThat(reader.get("/customers?q=" + name).words()).doesNotContain("max@example.org");
    }

    @Test
    void aProviderThatIsNoneIsNotTakenForOneselfAndTheFormStaysFilled() {
        var reader = administrator();
        reader.get("/account");
        for (var none : List.of("abc", "888888888888")) {
            var answer = reader.post("/customers", "contactName", "Max Ohneprovider", "provider", none);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.words()).contains("Diesen Provider gibt es nicht. Wählen Sie einen aus der Liste.");
            assertThat(answer.body()).contains("Max Ohneprovider");
        }
    }

    @Test
    void aForeignProviderIsRefusedInTheWordsForOneThatIsNone() {
        var reseller = given.reseller("Netzwirt Eins");
        var foreign = given.reseller("Netzwirt Zwei");
        var reader = signedIn(reseller.username());
        reader.get("/account");
        var name = Given.unique();
        var answers = Stream.of(foreign.id(), 888_888_888_888L)
                .map(id -> reader.post("/customers", "contactName", name, "provider", String.valueOf(id)))
                .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 409);
        assertThat(answers.getFirst().words())
                .contains("Diesen Provider gibt es nicht. Wählen Sie einen aus der Liste.")
                .doesNotContain("Netzwirt Zwei")
                .isEqualTo(answers.getLast().words());
        assertThat(answers.getFirst().body()).contains(name);
    }

    @Test
    void aNumberTooLargeForItsFieldIsToldSo() {
        var reader = administrator();
        reader.get("/account");
        var answer = reader.post("/plans", "kind", "HOSTING", "name", Given.unique(), "validity", "3000000000");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Diese Zahl ist zu groß");
    }

    @Test
    void aSubscriberThatIsNoneIsNotTakenForOneself() {
        assertThat(administrator().get("/subscriptions/new?customer=abc").status())
                .isEqualTo(404);
    }

    @Test
    void theLastDayThereIsMayBeTheEnd() {
        var customer = given.customer("Gasthof Ewig");
        var reader = administrator();
        assertThat(reader.deed("customer.suspend", customer.id(), "until", "9999-12-31")
                        .status())
                .isEqualTo(200);
        assertThat(reader.get("/customers/" + customer.id()).words()).contains("gesperrt", "9999");
        var beyond = reader.deed("customer.suspend", customer.id(), "until", "+99999-12-31T00:00:00Z");
        assertThat(beyond.status()).isEqualTo(409);
        assertThat(beyond.words()).contains("Das ist kein Datum");
    }

    @Test
    void aListAskedForTheEndOfTimeIsStillAList() {
        var reader = administrator();
        assertThat(reader.get("/customers?to=%2B999999999-01-01").status()).isEqualTo(200);
        var cursor = new Cursor("+999999999-12-31T00:00:00Z", 5).text();
        for (var list :
                new String[] {"/customers?sort=created&dir=desc", "/subscriptions?sort=created", "/audit?a=b"}) {
            assertThat(reader.get(list + "&after=" + cursor).status()).as(list).isEqualTo(200);
        }
    }
}
