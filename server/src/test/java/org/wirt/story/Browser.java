package org.wirt.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Goes through the pages as a person's browser would without script: cookies, hidden fields, redirects.
public final class Browser {

    /// What came back in the end.
    public record Answer(int status, String path, String body) {

        /// The words of the page, without its markup.
        public String words() {
            return body.replaceAll("<[^>]*>", " ")
                    .replace("&amp;", "&")
                    .replace("&#39;", "'")
                    .replaceAll("\\s+", " ");
        }
    }

    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private static final String[] NEW_PASSWORD = {"password", "Sommer.Regen.99", "repeat", "Sommer.Regen.99"};

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String forgery = "";

    public Browser(String address) {
        this.address = address;
    }

    public Answer signIn(String username, String password) {
        get("/sign-in");
        return post("/sign-in", "username", username, "password", password);
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /// Sends a form; call [#get] on some page before, for the token against forged requests.
    ///
    /// @param fields names and values by turns
    public Answer post(String path, String... fields) {
        return send(form(path, fields).build());
    }

    /// The same, with the page the form stands on, as browsers say it.
    public Answer postFrom(String page, String path, String... fields) {
        return send(form(path, fields).header("Referer", address + page).build());
    }

    /// What scripts send besides, without going anywhere.
    Answer aside(String path, String... fields) {
        return send(form(path, fields).header("X-Wirt-Aside", "yes").build());
    }

    /// Does a verb to one object, as the button in its row does.
    public Answer deed(String verb, long id, String... fields) {
        get("/account");
        return post("/bulk/" + verb, with(fields, "id", String.valueOf(id)));
    }

    /// Adds an additional user; call [#get] on some page before.
    public Answer addUser(String list, String role) {
        return post(
                list,
                with(
                        NEW_PASSWORD,
                        "contactName",
                        "Neu",
                        "email",
                        Given.unique() + "@example.org",
                        "role",
                        role,
                        "active",
                        "true"));
    }

    /// Adds a customer of this username with a subscription to `username.example`.
    Answer addCustomer(String username) {
        get("/customers/new");
        return post(
                "/customers",
                with(
                        NEW_PASSWORD,
                        "contactName",
                        "Kunde " + username,
                        "email",
                        username + "@example.org",
                        "username",
                        username,
                        "createSubscription",
                        "true",
                        "domain",
                        username + ".example",
                        "systemUser",
                        username,
                        "systemUserPassword",
                        "Sommer.Regen.99"));
    }

    /// Adds the mailbox info@ to the main domain; call [#get] on some page before.
    public Answer addMailbox(long subscription) {
        return post(
                "/subscriptions/" + subscription + "/mailboxes/new",
                with(NEW_PASSWORD, "local", "info", "site", String.valueOf(subscription)));
    }

    /// Saves one's own contact information; call [#get] on some page before.
    public Answer saveContact(String name) {
        return post(
                "/account/contact",
                "contactName",
                name,
                "email",
                "neu@example.org",
                "language",
                "de",
                "timeZone",
                "Europe/Berlin",
                "version",
                "0");
    }

    static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private HttpRequest.Builder form(String path, String... fields) {
        var pairs = new ArrayList<String>();
        pairs.add("_csrf=" + encoded(forgery));
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "de");
    }

    private Answer send(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var found = FORGERY.matcher(response.body());
            if (found.find()) forgery = found.group(1);
            return new Answer(response.statusCode(), response.uri().getPath(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
