package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.wirt.engine.TrustsEverybody;

/// Signing in as the wire sees it: cookies, headers, forged requests, and how soon a suspended person is out.
class SignInTest extends PanelTest {

    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    @Autowired
    ServletWebServerApplicationContext panel;

    @Test
    void aWrongPasswordAndAnUnknownNameReadTheSame() {
        var customer = given.customer("Gasthof Linde");
        var wrong = browser().signIn(customer.username(), "wrong");
        var unknown = browser().signIn(Given.unique(), "wrong");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(wrong.words())
                .contains("Benutzername oder Passwort ist nicht richtig")
                .doesNotContain("gesperrt");
    }

    @Test
    void onlyTheRightPasswordTellsThatAnAccountIsSuspended() {
        var customer = given.customer("Gasthof Rose");
        given.reason("account", customer.id(), customer, 16);

        assertThat(browser().signIn(customer.username(), "wrong").words()).doesNotContain("gesperrt");
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).words())
                .contains("Dieses Konto ist gesperrt");
        assertThat(browser().get("/").path()).isEqualTo("/sign-in");
    }

    @Test
    void manyWrongPasswordsMakeTheNextTryWait() {
        var customer = given.customer("Gasthof Traube");
        var browser = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(customer.username(), "wrong").words()).doesNotContain("Zu viele Versuche");
        }

        assertThat(browser.signIn(customer.username(), Given.PASSWORD).words()).contains("Zu viele Versuche");
        given.database.execute("delete from wirt.attempt");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var cookie = sessionCookie(signIn(plain(), address(false)));

        assertThat(cookie).contains("; HttpOnly", "; SameSite=Lax", "; Path=/").doesNotContain("; Secure", "Domain");
    }

    @Test
    void overHttpsTheSessionCookieNeverTravelsOpenly() throws Exception {
        assertThat(sessionCookie(signIn(trusting(), address(true))))
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void everyAnswerCarriesTheGuardingHeaders() throws Exception {
        for (var path : List.of("/sign-in", "/customers", "/wirt.css", "/nowhere")) {
            var headers = get(plain(), address(false) + path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).contains(CONTENT_POLICY);
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Strict-Transport-Security")).as(path).isEmpty();
        }
        assertThat(get(trusting(), address(true) + "/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void aRequestWithoutTheFormsTokenIsRefused() throws Exception {
        var customer = given.customer("Gasthof Bären");
        var fields = "username=" + customer.username() + "&password=" + encoded(Given.PASSWORD);

        var answer = post(plain(), address(false) + "/sign-in", fields);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("wirt_session"));
    }

    @Test
    void whoeverIsSuspendedIsOutWithinASecond() {
        var customer = given.customer("Gasthof Löwen");
        var user = given.user(customer, "ADMIN");
        var owner = signedIn(customer.username());
        var colleague = signedIn(user);
        assertThat(owner.get("/").path()).isNotEqualTo("/sign-in");
        assertThat(colleague.get("/").path()).isNotEqualTo("/sign-in");

        given.reason("account", customer.id(), customer, 16);
        var start = System.nanoTime();
        soon(() -> owner.get("/").path().equals("/sign-in")
                && colleague.get("/").path().equals("/sign-in"));

        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(1000);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        var customer = given.customer("Gasthof Hirsch");
        var browser = signedIn(customer.username());
        browser.get("/");
        browser.post("/sign-out");

        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(given.number("select count(*) from wirt.session where login_id = ?", customer.loginId()))
                .isZero();
    }

    @Test
    void theWayBackNeverLeadsToAnotherSite() {
        var customer = given.customer("Gasthof Stern");
        var browser = browser();
        browser.get("/sign-in");
        var answer = browser.post(
                "/sign-in", "username", customer.username(), "password", Given.PASSWORD, "return", "//evil.example/");

        assertThat(answer.path()).isNotEqualTo("/sign-in");
        assertThat(browser.get("/").path()).isNotEqualTo("/sign-in");
    }

    private HttpResponse<String> signIn(HttpClient client, String address) throws Exception {
        var customer = given.customer("Gasthof Post");
        var page = get(client, address + "/sign-in");
        var token = FORGERY.matcher(page.body());
        assertThat(token.find()).isTrue();
        var cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return post(
                client,
                address + "/sign-in",
                "username=" + customer.username() + "&password=" + encoded(Given.PASSWORD) + "&_csrf="
                        + encoded(token.group(1)),
                "Cookie",
                cookies);
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.toLowerCase(Locale.ROOT).contains("session"))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String address, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String address(boolean encrypted) {
        var server = (TomcatWebServer) panel.getWebServer();
        for (var connector : server.getTomcat().getService().findConnectors()) {
            if (connector.getSecure() == encrypted) {
                return (encrypted ? "https" : "http") + "://127.0.0.1:" + connector.getLocalPort();
            }
        }
        throw new AssertionError("No such port");
    }

    private static HttpClient plain() {
        return HttpClient.newHttpClient();
    }

    /// Takes the panel's self-signed certificate for what it is.
    private static HttpClient trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new javax.net.ssl.TrustManager[] {new TrustsEverybody()}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
