package org.wirt.screens;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody at the browser who finds things by what is written on them.
final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Reading language;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    Person(String address, Reading language) {
        this(address, language, Chromium.reader(language));
    }

    Person(String address, Reading language, BrowserContext context) {
        this.context = context;
        this.language = language;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.navigate(address);
    }

    Person signIn(String username, String password) {
        field("Benutzername", "Username").fill(username);
        field("Passwort", "Password").fill(password);
        press("Anmelden", "Sign In");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /// Whether the panel takes him for signed in: asked beside the browser, which keeps what it has been told.
    boolean isSignedIn() {
        var cookies = context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(page.url()))
                .header("Cookie", cookies)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What the browser itself complained about: blocked scripts, broken ones.
    List<String> complaints() {
        return complaints;
    }

    /// *Gehen Sie zu Kunden* and find one there.
    void findCustomer(String name) {
        goToCustomers();
        field("Suchen", "Search").fill(name);
        page.waitForURL(url -> url.contains("q="));
        row(name).waitFor();
    }

    void goToCustomers() {
        page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName(language.of("Hauptnavigation", "Main navigation")))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(language.of("Kunden", "Customers"))
                                .setExact(true))
                .click();
    }

    void openCustomer(String name) {
        findCustomer(name);
        row(name)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        heading(name).waitFor();
    }

    Locator row(String name) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    void tick(String name) {
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions()
                                .setName(language.of("„" + name + "“ auswählen", "Select row “" + name + "”"))
                                .setExact(true))
                .check();
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first();
    }

    Locator field(String german, String english) {
        return page.getByLabel(language.of(german, english), new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    Locator sidebar() {
        return page.getByRole(AriaRole.COMPLEMENTARY).first();
    }

    void followInSidebar(String german, String english) {
        sidebar()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(language.of(german, english))
                                .setExact(true))
                .click();
    }

    Locator button(String german, String english) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(language.of(german, english))
                        .setExact(true));
    }

    void press(String german, String english) {
        button(german, english).first().click();
    }

    /// *Status ändern › Sperren* above the list or in the sidebar: both are a button that opens a menu.
    void changeStatus(Locator within, String german, String english) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(language.of("Status ändern", "Change Status"))
                                .setExact(true))
                .click();
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(language.of(german, english))
                                .setExact(true))
                .click();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    void pressInDialog(String german, String english) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(language.of(german, english))
                                .setExact(true))
                .or(dialog().getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions()
                                        .setName(language.of(german, english))
                                        .setExact(true)))
                .first()
                .click();
    }

    Locator message() {
        return page.getByRole(AriaRole.STATUS).first();
    }

    @Override
    public void close() {
        context.close();
    }
}
