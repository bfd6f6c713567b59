package org.wirt.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.wirt.Wirt;
import org.wirt.database.TestDatabase;
import org.wirt.story.Given;

/// `./wirt screens`: every screen of the demo data in German and English, light and dark, wide and narrow, into
/// docs/screens. An argument limits it to pictures whose name contains it.
final class Screens {

    private static final Path FOLDER = Path.of("docs", "screens");
    private static final List<Integer> WIDTHS = List.of(1440, 390);

    private Screens() {}

    public static void main(String[] arguments) {
        TestDatabase.usedByThePanel();
        System.setProperty("WIRT_DEMO_PASSWORD", Given.PASSWORD);
        var wanted = arguments.length == 0 ? "" : arguments[0];
        var given = new Given();
        try (var context = SpringApplication.run(Wirt.class, "--server.port=0", "--demo", "200")) {
            var server = ((ServletWebServerApplicationContext) context).getWebServer();
            if (server == null) throw new IllegalStateException("The panel does not listen");
            given.administratorsPassword();
            walk("http://127.0.0.1:" + server.getPort(), given, wanted);
        }
        System.exit(0);
    }

    private static void walk(String address, Given given, String wanted) {
        var customer = "select max(id) from wirt.account a where kind = 'CUSTOMER' and reasons = 0 and provider_id = "
                + "(select min(id) from wirt.account where kind = 'RESELLER' and reasons = 0) "
                + "and exists (select from wirt.subscription s where s.customer_id = a.id)";
        var ids = Map.of(
                "{customer}", String.valueOf(given.number(customer)),
                "{reseller}",
                        String.valueOf(given.number(
                                "select min(id) from wirt.account where kind = 'RESELLER' and reasons = 0")),
                "{subscription}",
                        String.valueOf(given.number(
                                "select min(id) from wirt.subscription where customer_id = (" + customer + ")")),
                "{plan}", String.valueOf(given.number("select min(id) from wirt.plan")));
        given.database.execute("update wirt.login set locale = null");
        for (var who : Place.Who.values()) {
            var account = switch (who) {
                case NOBODY -> "";
                case ADMINISTRATOR -> "1";
                case RESELLER -> ids.get("{reseller}");
                case CUSTOMER -> ids.get("{customer}");
            };
            for (var language : Reading.values()) {
                for (var look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (int width : WIDTHS) pictures(address, given, who, account, language, look, width, ids, wanted);
                }
            }
        }
    }

    private static void pictures(
            String address,
            Given given,
            Place.Who who,
            String account,
            Reading language,
            ColorScheme look,
            int width,
            Map<String, String> ids,
            String wanted) {
        try (var person = new Person(address + "/sign-in", language, Chromium.reader(language, look, width))) {
            if (!account.isEmpty()) {
                var username = given.text(
                        "select username from wirt.login where owner and account_id = ?", Long.parseLong(account));
                person.signIn(username, Given.PASSWORD);
            }
            for (var place : Place.ALL) {
                if (place.who() != who || !place.name().contains(wanted)) continue;
                var path = place.path();
                for (var id : ids.entrySet()) path = path.replace(id.getKey(), id.getValue());
                person.page.navigate(address + path);
                var file = String.join(
                        "-",
                        place.name(),
                        language.tag().substring(0, 2),
                        look.name().toLowerCase(Locale.ROOT),
                        String.valueOf(width));
                person.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(file + ".png")));
            }
        }
    }
}
