package org.wirt.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.wirt.Wirt;
import org.wirt.database.TestDatabase;
import org.wirt.story.Given;

/// `./wirt screens`: every screen of the demo data in German and English, light and dark, wide and narrow, into
/// `server/target/screens` with a page that shows them side by side, and the few that README and manual show into
/// `docs/screens`. An argument limits it to pictures whose name contains it; `docs` means those few.
final class Screens {

    private static final Path FOLDER = Path.of("server", "target", "screens");
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final int DEMO = 200;
    private static final String RESELLER = "select min(id) from wirt.account where kind = 'RESELLER' and reasons = 0";

    /// Somebody about whom there is something to show.
    private static final String CUSTOMER = "select id from wirt.account a where kind = 'CUSTOMER' and reasons = 0 "
            + "and provider_id = (" + RESELLER
            + ") and exists (select from wirt.subscription s where s.customer_id = a.id) "
            + "order by exists (select from wirt.login l where l.account_id = a.id and not owner) desc, "
            + "exists (select from wirt.note n where n.account_id = a.id) desc, id limit 1";

    private final String address;
    private final String wanted;
    private final Given given;
    private final Ground ground;

    private static final Map<String, String> USUAL = Map.of(
            "WIRT_FTP_PORT", "2121",
            "WIRT_SFTP_PORT", "2222",
            "WIRT_SMTP_PORT", "2525",
            "WIRT_SUBMISSION_PORT", "2587",
            "WIRT_IMAP_PORT", "2143");

    private Screens(String address, String wanted, Given given) {
        this.address = address;
        this.wanted = wanted;
        this.given = given;
        this.ground = Ground.around(given, address, given.number(CUSTOMER), given.number(RESELLER), others(given));
    }

    public static void main(String[] arguments) throws IOException {
        TestDatabase.usedByThePanel();
        System.setProperty("WIRT_DEMO_PASSWORD", Given.PASSWORD);
        // Pages show customers where to connect: with the usual numbers, not with "any free one".
        USUAL.forEach(System::setProperty);
        var wanted = arguments.length == 0 ? "" : arguments[0];
        var given = new Given();
        try (var context = SpringApplication.run(Wirt.class, "--server.port=0", "--demo", String.valueOf(DEMO))) {
            var server = ((ServletWebServerApplicationContext) context).getWebServer();
            if (server == null) throw new IllegalStateException("The panel does not listen");
            given.administratorsPassword();
            new Screens("http://127.0.0.1:" + server.getPort(), wanted, given).walk();
        }
        System.exit(0);
    }

    private static List<Long> others(Given given) {
        return given.database
                .fetch("select id from wirt.account where kind = 'CUSTOMER' and provider_id = 1 and reasons = 0 "
                        + "order by id offset 2 limit 4")
                .getValues(0, Long.class);
    }

    private void walk() throws IOException {
        if (wanted.isEmpty()) FileSystemUtils.deleteRecursively(FOLDER);
        for (var who : Place.Who.values()) {
            for (var language : Reading.values()) {
                for (var look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (int width : WIDTHS) pictures(who, language, look, width);
                }
            }
        }
        if (wanted.isEmpty() || wanted.equals("docs")) portraits();
        ContactSheet.write(FOLDER);
    }

    private void portraits() {
        for (var portrait : Portrait.ALL) {
            var reader = Chromium.reader(portrait.language(), portrait.look(), portrait.width());
            try (var person = new Person(address + "/sign-in", portrait.language(), reader)) {
                if (portrait.who() != Place.Who.NOBODY) person.signIn(username(portrait.who()), Given.PASSWORD);
                portrait.take(person, address + ground.path(portrait.path()));
            }
        }
    }

    private void pictures(Place.Who who, Reading language, ColorScheme look, int width) {
        var places = Place.ALL.stream()
                .filter(place ->
                        place.who() == who && file(place, language, look, width).contains(wanted))
                .toList();
        if (places.isEmpty()) return;
        try (var person = new Person(address + "/sign-in", language, Chromium.reader(language, look, width))) {
            if (who != Place.Who.NOBODY) person.signIn(username(who), Given.PASSWORD);
            for (var place : places) {
                person.page.navigate(address + ground.path(place.path()));
                person.page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(FOLDER.resolve(file(place, language, look, width))));
            }
        }
    }

    private static String file(Place place, Reading language, ColorScheme look, int width) {
        return String.join(
                        "-",
                        place.name(),
                        language.tag().substring(0, 2),
                        look.name().toLowerCase(Locale.ROOT),
                        String.valueOf(width))
                + ".png";
    }

    private String username(Place.Who who) {
        long account = switch (who) {
            case NOBODY, ADMINISTRATOR -> 1;
            case RESELLER -> ground.id("reseller");
            case CUSTOMER -> ground.id("customer");
        };
        return given.text("select username from wirt.login where owner and account_id = ?", account);
    }
}
