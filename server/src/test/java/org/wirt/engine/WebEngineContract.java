package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Given.Cause;
import org.wirt.engine.Visitor.Answer;

/// What every web server product must do for a hosted site, seen by a visitor.
@Timeout(60)
public interface WebEngineContract {

    int port();

    Given customer();

    /// Whoever cuts an answer says so.
    default void saysThatItWasCut(Given given) {
        soon(() -> given.ended("WEB") == 1);
    }

    @Test
    default void servesTheFirstPage() throws IOException {
        var given = customer();
        var answer = get(given.host, "/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains(given.host);
    }

    @Test
    default void findsTheHostHoweverItIsWritten() throws IOException {
        var given = customer();
        assertThat(get(given.host.toUpperCase(Locale.ROOT) + ".:8080", "/").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void darkWhileSuspendedAndBackAfterwards(Cause cause) throws IOException {
        var given = customer();
        try (var visitor = new Visitor(port())) {
            assertThat(visitor.ask("GET", given.host, "/").status()).isEqualTo(200);
            given.suspend(cause);
            var dark = visitor.ask("GET", given.host, "/");
            assertThat(dark.status()).isEqualTo(503);
            assertThat(dark.header("Retry-After")).isEqualTo("3600");
            assertThat(dark.header("Cache-Control")).isEqualTo("no-store");
        }
        given.activate(cause);
        assertThat(get(given.host, "/").status()).isEqualTo(200);
    }

    @Test
    default void isFoundWithWwwBeforeItsNameUnlessThatIsSomebodyElses() throws IOException {
        var given = customer();
        assertThat(get("www." + given.host, "/").body()).contains(given.host);
        Files.createDirectories(given.home.resolve("other"));
        Files.writeString(given.home.resolve("other/index.html"), "another");
        given.site("www." + given.host, "other");
        assertThat(get("www." + given.host, "/").body()).isEqualTo("another");
    }

    @Test
    default void darkForEveryMethod() throws IOException {
        var given = customer();
        given.suspend(Cause.CUSTOMER);
        try (var visitor = new Visitor(port())) {
            assertThat(visitor.ask("POST", given.host, "/x.php").status()).isEqualTo(503);
        }
    }

    @Test
    default void speaksTheVisitorsLanguageWhileDark() throws IOException {
        var given = customer();
        given.suspend(Cause.CUSTOMER);
        assertThat(get(given.host, "/", "Accept-Language: de-AT,en;q=0.5").body())
                .contains("Zurzeit nicht erreichbar");
        assertThat(get(given.host, "/", "Accept-Language: fr").body()).contains("Temporarily unavailable");
    }

    @Test
    default void keepsRenewingCertificatesWhileDark() throws IOException {
        var given = customer();
        var folder = Files.createDirectories(given.home.resolve("httpdocs/.well-known/acme-challenge"));
        Files.writeString(folder.resolve("token"), "proof");
        given.suspend(Cause.CUSTOMER);
        assertThat(get(given.host, "/.well-known/acme-challenge/token").body()).isEqualTo("proof");
    }

    @Test
    default void leadsElsewhereToThePageThatWasAskedFor() throws IOException {
        var given = customer();
        given.redirect("https://neu.example/shop/", "PERMANENT");
        try (var visitor = new Visitor(port())) {
            var answer = visitor.ask("GET", given.host, "/a%20b/c.html?x=1&y=%C3%A4");
            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.header("Location")).isEqualTo("https://neu.example/shop/a%20b/c.html?x=1&y=%C3%A4");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(visitor.ask("GET", "www." + given.host, "/").header("Location"))
                    .isEqualTo("https://neu.example/shop/");
            assertThat(visitor.ask("POST", given.host, "/x.php").status()).isEqualTo(301);
            assertThat(visitor.ask("HEAD", given.host, "/.htaccess").header("Location"))
                    .isEqualTo("https://neu.example/shop/.htaccess");
            given.redirect("https://neu.example/?from=here", "TEMPORARY");
            answer = visitor.ask("GET", given.host, "/page");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("https://neu.example/?from=here");
        }
    }

    @Test
    default void showsAnotherAddressInAFrame() throws IOException {
        var given = customer();
        given.redirect("https://neu.example/?a=1&b='2'", "FRAME");
        var page = get(given.host, "/anything");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<iframe src=\"https://neu.example/?a=1&amp;b=&#39;2&#39;\" title=\"" + given.host + "\"")
                .contains("<title>" + given.host + "</title>");
        try (var visitor = new Visitor(port())) {
            assertThat(visitor.ask("POST", given.host, "/").status()).isEqualTo(405);
        }
    }

    @Test
    default void leadsNobodyAnywhereWhileDarkAndShowsItsOwnPagesAfterwards() throws IOException {
        var given = customer();
        var folder = Files.createDirectories(given.home.resolve("httpdocs/.well-known/acme-challenge"));
        Files.writeString(folder.resolve("token"), "proof");
        given.redirect("https://neu.example", "PERMANENT");
        assertThat(get(given.host, "/.well-known/acme-challenge/token").body()).isEqualTo("proof");
        given.suspend(Cause.CUSTOMER);
        var dark = get(given.host, "/");
        assertThat(dark.status()).isEqualTo(503);
        assertThat(dark.header("Location")).isEmpty();
        given.activate(Cause.CUSTOMER);
        assertThat(get(given.host, "/").status()).isEqualTo(301);
        given.database.execute(
                "update wirt.site set redirect_to = null, redirect_mode = null where id = ?", given.site);
        assertThat(get(given.host, "/").body()).contains(given.host);
    }

    @Test
    default void onlyTheSuspendedSiteIsDark() throws IOException {
        var given = customer();
        given.site("shop." + given.host, "httpdocs");
        given.reason("site", given.site, 8);
        assertThat(get(given.host, "/").status()).isEqualTo(503);
        assertThat(get("shop." + given.host, "/").status()).isEqualTo(200);
    }

    @Test
    default void disabledRemovedAndUnknownAreTheSame() throws IOException {
        var given = customer();
        var unknown = get("nobody.example", "/");
        assertThat(unknown.status()).isEqualTo(404);
        given.database.execute("update wirt.site set disabled = true where id = ?", given.site);
        assertThat(get(given.host, "/").body()).isEqualTo(unknown.body());
        given.database.execute("update wirt.site set disabled = false where id = ?", given.site);
        given.reason("account", given.customer, 2048);
        assertThat(get(given.host, "/").body()).isEqualTo(unknown.body());
    }

    @Test
    default void cutsARunningDownload() throws Exception {
        var given = customer();
        var size = 512L << 20;
        try (var file =
                new RandomAccessFile(given.home.resolve("httpdocs/film.bin").toFile(), "rw")) {
            file.setLength(size);
        }
        try (var visitor = new Visitor(port())) {
            visitor.send("GET", given.host, "/film.bin");
            assertThat(visitor.head().header("Content-Length")).isEqualTo(Long.toString(size));
            visitor.skip(1 << 20);
            given.suspend(Cause.CUSTOMER);
            var start = System.nanoTime();
            saysThatItWasCut(given);
            var rest = visitor.drain();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(rest).isLessThan(size / 2);
        }
    }

    @Test
    default void cutsADownloadOverASlowLine() throws Exception {
        var given = customer();
        try (var file =
                new RandomAccessFile(given.home.resolve("httpdocs/film.bin").toFile(), "rw")) {
            file.setLength(SlowReader.SIZE);
        }
        try (var socket = SlowReader.socket();
                var visitor = new Visitor(socket, port())) {
            visitor.send("GET", given.host, "/film.bin");
            new SlowReader(socket.getInputStream()).isCutBy(() -> given.suspend(Cause.CUSTOMER));
        }
    }

    @Test
    default void sendsOnlyWhatIsNewAndOnlyThePartAskedFor() throws IOException {
        var given = customer();
        Files.writeString(given.home.resolve("httpdocs/a.txt"), "0123456789");
        var whole = get(given.host, "/a.txt");
        assertThat(whole.header("Content-Type")).startsWith("text/plain");
        var tag = "If-None-Match: " + whole.header("ETag");
        assertThat(get(given.host, "/a.txt", tag).status()).isEqualTo(304);
        assertThat(get(given.host, "/a.txt", "If-Modified-Since: " + whole.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        var part = get(given.host, "/a.txt", "Range: bytes=2-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(get(given.host, "/a.txt", "Range: bytes=-3").body()).isEqualTo("789");
        assertThat(get(given.host, "/a.txt", "Range: bytes=10-").status()).isEqualTo(416);
        assertThat(get(given.host, "/a.txt", "Range: bytes=2-4", "If-Range: \"old\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void aHeadHasNoBodyAndOtherMethodsAreRefused() throws IOException {
        var given = customer();
        try (var visitor = new Visitor(port())) {
            var head = visitor.ask("HEAD", given.host, "/");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            var post = visitor.ask("POST", given.host, "/");
            assertThat(post.status()).isEqualTo(405);
            assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    default void leadsToTheFolderAndNeverElsewhere() throws IOException {
        var given = customer();
        Files.createDirectories(given.home.resolve("httpdocs/bilder"));
        Files.writeString(given.home.resolve("httpdocs/bilder/index.html"), "Bilder");
        assertThat(get(given.host, "/bilder?x=1").header("Location")).isEqualTo("/bilder/?x=1");
        assertThat(get(given.host, "//bilder").header("Location")).isEqualTo("/bilder/");
        assertThat(get(given.host, "/bilder/").body()).isEqualTo("Bilder");
        assertThat(get(given.host, "/index.html/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../logs/secret",
                "/%2e%2e/logs/secret",
                "/..%2flogs/secret",
                "/..%5clogs/secret",
                "/%252e%252e/logs/secret",
                "/x/../../logs/secret",
                "/index.html%00.txt",
                "/link",
                "/.htpasswd",
                "/.git/config",
                "/..;/logs/secret"
            })
    default void nothingButTheSiteIsServed(String path) throws IOException {
        var given = customer();
        Files.writeString(given.home.resolve("logs/secret"), "secret");
        Files.writeString(given.home.resolve("httpdocs/.htpasswd"), "secret");
        Files.createDirectories(given.home.resolve("httpdocs/.git"));
        Files.writeString(given.home.resolve("httpdocs/.git/config"), "secret");
        var outside = Files.writeString(given.home.resolveSibling(given.name + ".outside"), "secret");
        given.link("httpdocs/link", outside);
        var answer = get(given.host, path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../x", "/[", "/%zz", "/a%2fb", "x"})
    default void aRequestThatCannotBeReadIsToldSoByNobody(String path) throws IOException {
        var answer = get(customer().host, path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("400 Bad Request\n");
        assertThat(answer.headers()).doesNotContainKey("server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a_b.example", "<x>", "a/../b", "[::1]", "..", "a'--", "x\u0000y"})
    default void junkHostsAreRefused(String host) throws IOException {
        assertThat(get(host, "/").status()).isIn(400, 404);
    }

    @Test
    default void whatIsTooLongIsRefused() throws IOException {
        var given = customer();
        var much = "x".repeat(100_000);
        assertThat(get(given.host, "/" + much).status()).isIn(400, 414);
        assertThat(get(given.host, "/", "Cookie: " + much).status()).isIn(400, 431);
        assertThat(get(much, "/").status()).isIn(400, 431);
        assertThat(get(given.host, "/").status()).isEqualTo(200);
    }

    default Answer get(String host, String path, String... headers) throws IOException {
        try (var visitor = new Visitor(port())) {
            return visitor.ask("GET", host, path, headers);
        }
    }
}
