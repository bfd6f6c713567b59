package org.wirt.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// One of the few pictures that README and manual show.
///
/// @param before what is done on the page first
record Portrait(
        String name,
        Place.Who who,
        String path,
        Reading language,
        ColorScheme look,
        int width,
        Consumer<Person> before) {

    private static final Path FOLDER = Path.of("docs", "screens");
    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    static final List<Portrait> ALL = List.of(
            day("customers", Place.Who.ADMINISTRATOR, "/customers"),
            day("customer", Place.Who.ADMINISTRATOR, "/customers/{first}"),
            new Portrait(
                    "suspend-de",
                    Place.Who.ADMINISTRATOR,
                    "/customers?q=b%C3%A4ckerei",
                    Reading.GERMAN,
                    ColorScheme.LIGHT,
                    WIDE,
                    Portrait::suspendAll),
            day("receipt", Place.Who.ADMINISTRATOR, "/jobs/{job}"),
            day("convert", Place.Who.ADMINISTRATOR, "/bulk/customer.convert?id={first}&id={customer}"),
            day("panel", Place.Who.CUSTOMER, "/websites"),
            night("customers", Place.Who.ADMINISTRATOR, "/customers?status=suspended"),
            night("move", Place.Who.ADMINISTRATOR, "/bulk/customer.move?id={first}&target={reseller}"),
            night("sign-in", Place.Who.NOBODY, "/sign-in"),
            phone("customers", Reading.GERMAN, ColorScheme.LIGHT, "/customers"),
            phone("customer", Reading.ENGLISH, ColorScheme.DARK, "/customers/{first}"),
            new Portrait(
                    "views-de",
                    Place.Who.ADMINISTRATOR,
                    "/customers?filter=open&status=suspended",
                    Reading.GERMAN,
                    ColorScheme.LIGHT,
                    WIDE,
                    Portrait::keepView));

    private static Portrait day(String name, Place.Who who, String path) {
        return new Portrait(name + "-de", who, path, Reading.GERMAN, ColorScheme.LIGHT, WIDE, _ -> {});
    }

    private static Portrait night(String name, Place.Who who, String path) {
        return new Portrait(name + "-en-dark", who, path, Reading.ENGLISH, ColorScheme.DARK, WIDE, _ -> {});
    }

    private static Portrait phone(String name, Reading language, ColorScheme look, String path) {
        return new Portrait(name + "-phone", Place.Who.ADMINISTRATOR, path, language, look, PHONE, _ -> {});
    }

    private static void suspendAll(Person person) {
        person.page.getByLabel("Alle auswählen").check();
        person.changeStatus(person.page.locator("main"), "Sperren", "Suspend");
        person.dialog().waitFor();
    }

    private static void keepView(Person person) {
        person.press("Ansichten", "Views");
        person.field("Name der Ansicht", "View name").fill("Gesperrte Kunden");
        person.press("Ansicht speichern", "Save view");
        person.message().waitFor();
        person.press("Ansichten", "Views");
    }

    void take(Person person, String address) {
        person.page.setViewportSize(width, HEIGHT);
        person.page.navigate(address);
        before.accept(person);
        person.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
