package org.wirt.web.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws every screen as a file, in both languages and both themes, without a server: the place to look at the panel
/// while shaping it.
///
/// Arguments: the template directory and the directory to write to.
public final class Preview {

    private static final Instant NOW = Instant.parse("2027-02-05T09:30:00Z");
    private static final long GB = 1L << 30;

    private static final Set<String> VERBS = Set.of(
            "customer.create",
            "customer.log-in-as",
            "customer.contact",
            "customer.login",
            "customer.description",
            "customer.suspend",
            "customer.activate",
            "customer.convert",
            "customer.move",
            "customer.remove",
            "subscription.create");

    private static final List<String> NAMES = List.of(
            "Gasthof Adler",
            "Bäckerei Öztürk & Söhne",
            "شركة النور للتجارة",
            "🌻 Sonnenblume Yoga",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "Zoë Ångström",
            "חנות ספרים",
            "Max Mustermann",
            "Kfz-Sachverständigenbüro Müller-Lüdenscheidt",
            "O’Brien <b>Media</b>",
            "山田太郎",
            "Praxis Dr. Weiß");

    private final TemplateEngine engine;
    private final Path target;
    private final Texts t;
    private final Theme theme;

    private Preview(TemplateEngine engine, Path target, Texts t, Theme theme) {
        this.engine = engine;
        this.target = target;
        this.t = t;
        this.theme = theme;
    }

    public static void main(String[] arguments) throws IOException {
        var target = Path.of(arguments[1]);
        Files.createDirectories(target);
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(arguments[0])), target.resolve("classes"), ContentType.Html);
        for (var locale : List.of(Locale.GERMANY, Locale.ENGLISH)) {
            for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
                new Preview(engine, target, Texts.load(locale, ZoneId.of("Europe/Berlin")), theme).drawAll();
            }
        }
    }

    private void drawAll() throws IOException {
        draw("page", "customer/page.jte", page("subscriptions", true));
        draw("page-domains", "customer/page.jte", page("domains", false));
        draw("form", "customer/form.jte", form(Map.of()));
        var errors = new LinkedHashMap<String, String>();
        errors.put(
                "email",
                german()
                        ? "Die E-Mail-Adresse braucht ein @. Beispiel: name@firma.example"
                        : "The email needs an @. Example: name@company.example");
        errors.put(
                "username",
                german()
                        ? "Der Benutzername „adler“ ist vergeben. Wählen Sie einen anderen."
                        : "The username “adler” is taken. Choose another one.");
        draw("form-errors", "customer/form.jte", form(errors));
        draw(
                "contact",
                "customer/contact.jte",
                new ContactPage(
                        frame(t.of("web.edit-contact")),
                        "/customers/1/contact",
                        NAMES.get(0),
                        false,
                        values(),
                        countries(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        "/customers/1"));
        draw(
                "contact-conflict",
                "customer/contact.jte",
                new ContactPage(
                        frame(t.of("web.edit-contact")),
                        "/customers/1/contact",
                        NAMES.get(0),
                        false,
                        values(),
                        countries(),
                        List.of(),
                        List.of(),
                        Map.of("phone", "+49 711 99"),
                        "/customers/1"));
        draw(
                "login",
                "customer/login.jte",
                new LoginPage(
                        frame(t.of("web.change-login")),
                        "/customers/1/login",
                        NAMES.get(0),
                        values(),
                        4,
                        "/customers/1"));
        draw(
                "description",
                "customer/description.jte",
                new DescriptionPage(
                        frame(t.of("web.edit-description")),
                        "/customers/1/description",
                        NAMES.get(0),
                        values(),
                        false,
                        "/customers/1"));
        draw(
                "suspend",
                "bulk/confirm.jte",
                confirm(
                        false,
                        ConfirmPage.Kind.SUSPEND,
                        "customer.suspend",
                        german() ? "2 Kunden sperren" : "Suspend 2 customers",
                        t.of("web.suspend")));
        draw(
                "activate",
                "bulk/confirm.jte",
                confirm(
                        false,
                        ConfirmPage.Kind.ACTIVATE,
                        "customer.activate",
                        german() ? "Gasthof Adler aktivieren" : "Activate Gasthof Adler",
                        t.of("web.activate")));
        draw(
                "remove",
                "bulk/confirm.jte",
                confirm(
                        false,
                        ConfirmPage.Kind.REMOVE,
                        "customer.remove",
                        german() ? "2 Kunden entfernen" : "Remove 2 customers",
                        ""));
        draw(
                "remove-dialog",
                "bulk/confirm.jte",
                confirm(
                        true,
                        ConfirmPage.Kind.REMOVE,
                        "customer.remove",
                        german() ? "2 Kunden entfernen" : "Remove 2 customers",
                        ""));
        draw(
                "suspend-dialog",
                "bulk/confirm.jte",
                confirm(
                        true,
                        ConfirmPage.Kind.SUSPEND,
                        "customer.suspend",
                        german() ? "2 Kunden sperren" : "Suspend 2 customers",
                        t.of("web.suspend")));
        draw("convert", "bulk/convert.jte", convert());
        draw("move", "bulk/move.jte", move());
        draw("job", "bulk/job.jte", new JobPage(frame("Job"), job(true)));
        draw("job-receipt", "bulk/job.jte", new JobPage(frame("Job"), job(false)));
        draw("sign-in", "access/signIn.jte", new SignInPage(out(t.of("web.sign-in")), Form.empty(), null));
        draw(
                "sign-in-problem",
                "access/signIn.jte",
                new SignInPage(
                        out(t.of("web.sign-in")),
                        Form.of(Map.of("username", "adler")),
                        german() ? "Benutzername oder Passwort stimmt nicht." : "Username or password is not right."));
        draw("forgot", "access/forgot.jte", new ForgotPage(out(t.of("web.forgot")), Form.empty(), false));
        draw("forgot-sent", "access/forgot.jte", new ForgotPage(out(t.of("web.forgot")), Form.empty(), true));
        draw(
                "set-password",
                "access/setPassword.jte",
                new SetPasswordPage(
                        out(t.of("web.set-password")), Form.empty(), "/set-password/abc", "adler", 4, false));
        for (var kind : ErrorPage.Kind.values()) {
            draw(
                    "error-" + kind.word(),
                    "error.jte",
                    new ErrorPage(
                            frame(t.of("web.error." + kind.word())),
                            kind,
                            null,
                            kind == ErrorPage.Kind.SERVER ? "7F3A-21" : null,
                            null));
        }
        draw(
                "error-signed-out",
                "error.jte",
                new ErrorPage(out(t.of("web.error.not-found")), ErrorPage.Kind.NOT_FOUND, null, null, null));
        var found = new QuickResults(
                t,
                "ad",
                List.of(new QuickResults.Group(
                        t.of("web.customers"),
                        "users",
                        List.of(new QuickResults.Hit("Gasthof Adler", "/customers/1", "Administrator")))));
        draw("quick-page", "quick.jte", new QuickPage(frame(t.of("web.quick")), found));
        draw("quick", "part/quickResults.jte", found);
    }

    private void draw(String name, String template, Object page) throws IOException {
        var html = new StringOutput();
        engine.render(template, page, html);
        Files.writeString(target.resolve(name + "-" + t.lang() + "-" + theme.word() + ".html"), html.toString());
    }

    private boolean german() {
        return t.lang().equals("de");
    }

    private Frame frame(String title, Crumb... way) {
        var nav = List.of(
                new NavItem(german() ? "Startseite" : "Home", "home", "/", false),
                new NavItem(t.of("web.customers"), "users", "/customers", true),
                new NavItem(t.of("web.resellers"), "building-store", "/resellers", false),
                new NavItem(t.of("web.domains"), "world", "/domains", false),
                new NavItem(t.of("web.subscriptions"), "license", "/subscriptions", false),
                new NavItem(german() ? "Service-Pakete" : "Service Plans", "packages", "/plans", false),
                new NavItem(german() ? "Tools & Einstellungen" : "Tools & Settings", "settings", "/settings", false),
                new NavItem(german() ? "Aufgaben" : "Jobs", "list-check", "/jobs", false),
                new NavItem(german() ? "Papierkorb" : "Recycle bin", "trash", "/recycle-bin", false));
        var crumbs = way.length > 0
                ? List.of(way)
                : List.of(new Crumb(t.of("web.customers"), "/customers"), Crumb.here(title));
        return new Frame(
                t,
                theme,
                title,
                nav,
                crumbs,
                new Person("admin", "Administrator", "/account"),
                Csrf.of("token"),
                null,
                null,
                2,
                "/customers");
    }

    private Frame out(String title) {
        return new Frame(t, theme, title, List.of(), List.of(), null, Csrf.of("token"), null, null, 0, "/sign-in");
    }

    private CustomerPage page(String tab, boolean full) {
        var suspended = full;
        var status =
                suspended ? new Status(Status.Kind.SUSPENDED, List.of("Administrator")) : Status.of(Status.Kind.ACTIVE);
        return new CustomerPage(
                frame(NAMES.get(0), new Crumb(t.of("web.customers"), "/customers"), Crumb.here(NAMES.get(0))),
                "1",
                NAMES.get(0),
                "Gasthof Adler OHG",
                status,
                suspended
                        ? List.of(new StatusReason(
                                Status.Kind.SUSPENDED,
                                german()
                                        ? "Rechnung 2027-118 ist seit 60 Tagen offen."
                                        : "Invoice 2027-118 has been open for 60 days.",
                                "Administrator",
                                NOW,
                                LocalDate.of(2027, 3, 1)))
                        : List.of(),
                new Link("Administrator", "/"),
                "adler",
                true,
                "wirt@gasthof-adler.example",
                "+49 7381 555-0",
                List.of("Marktplatz 1", "72525 Münsingen", german() ? "Deutschland" : "Germany"),
                LocalDate.of(2024, 5, 17),
                full
                        ? (german()
                                ? "Zahlt per Rechnung.\nAnsprechpartnerin: Frau Schwarz."
                                : "Pays by invoice.\nContact: Ms Schwarz.")
                        : "",
                "",
                List.of(
                        Usage.bytes(t.of("web.disk"), 47 * GB, 60 * GB),
                        Usage.bytes(t.of("web.traffic"), 12 * GB, -1),
                        Usage.count(t.of("web.domains"), 5, 5)),
                VERBS,
                suspended
                        ? Map.of(
                                "customer.suspend",
                                german() ? "Das Konto ist schon gesperrt." : "The account is suspended already.")
                        : Map.of(
                                "customer.activate",
                                german() ? "Das Konto ist schon aktiv." : "The account is active already."),
                List.of(
                        new Tab(t.of("web.subscriptions"), "/customers/1", tab.equals("subscriptions"), Total.of(3)),
                        new Tab(
                                t.of("web.domains"),
                                "/customers/1/domains",
                                tab.equals("domains"),
                                Total.of(full ? 5 : 0))),
                tab,
                List.of(
                        subscription("gasthof-adler.example", "Premium", Status.Kind.SUSPENDED, Status.Kind.SYNCED, 40),
                        subscription(
                                "ferienwohnungen-schwaebische-alb.example",
                                null,
                                Status.Kind.SUSPENDED,
                                Status.Kind.CUSTOM,
                                10),
                        subscription("adler-fest.example", "Basis", Status.Kind.EXPIRED, Status.Kind.UNSYNCED, 58)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private SubscriptionRow subscription(
            String name, @Nullable String plan, Status.Kind status, Status.Kind sync, long used) {
        return new SubscriptionRow(
                "7",
                name,
                plan,
                LocalDate.of(2024, 5, 17),
                plan == null ? null : LocalDate.of(2027, 6, 30),
                Usage.bytes(t.of("web.disk"), used * GB, 50 * GB),
                Usage.bytes(t.of("web.traffic"), 3 * GB, -1),
                Status.of(status),
                Status.of(sync));
    }

    private Form values() {
        return Form.of(Map.of(
                "contactName",
                NAMES.get(0),
                "company",
                "Gasthof Adler OHG",
                "email",
                "wirt@gasthof-adler.example",
                "phone",
                "+49 7381 555-0",
                "username",
                "adler",
                "country",
                "DE",
                "description",
                "Zahlt per Rechnung."));
    }

    private List<Option> countries() {
        return List.of(
                new Option("DE", german() ? "Deutschland" : "Germany"),
                new Option("AT", german() ? "Österreich" : "Austria"),
                new Option("CH", german() ? "Schweiz" : "Switzerland"));
    }

    private List<Option> plans() {
        return List.of(
                new Option("custom", t.of("web.custom")),
                new Option("1", "Basis"),
                new Option("2", "Premium Business Hosting XL"));
    }

    private CustomerForm form(Map<String, String> errors) {
        var form = new Form(
                Map.of(
                        "createSubscription",
                        "true",
                        "country",
                        "DE",
                        "systemUser",
                        "adler_1",
                        "email",
                        errors.isEmpty() ? "" : "wirt",
                        "username",
                        errors.isEmpty() ? "" : "adler"),
                errors,
                "");
        return new CustomerForm(
                frame(t.of("web.add-customer")),
                form,
                countries(),
                List.of(new Option("me", "Administrator"), new Option("9", "Nordlicht Hosting GmbH")),
                plans(),
                List.of(new Option("5", "Storage +20 GB"), new Option("6", "SSH")),
                List.of(),
                List.of(),
                true,
                4,
                "/customers");
    }

    private ConfirmPage confirm(boolean dialog, ConfirmPage.Kind kind, String verb, String heading, String submit) {
        var counts = german()
                ? List.of(
                        "2 Kunden",
                        "5 Abonnements",
                        "14 Websites",
                        "31 Postfächer",
                        "3 offene Sitzungen werden getrennt")
                : List.of(
                        "2 customers",
                        "5 subscriptions",
                        "14 web sites",
                        "31 mailboxes",
                        "3 open sessions will be ended");
        var warnings = kind == ConfirmPage.Kind.REMOVE
                ? List.of(
                        german()
                                ? "Auch die Backups im Speicher des Panels werden entfernt. Die Kunden bleiben 30 Tage im Papierkorb."
                                : "Backups in the panel’s storage are removed too. The customers stay in the recycle bin for 30 days.")
                : List.<String>of();
        var rows = kind == ConfirmPage.Kind.ACTIVATE
                ? List.<PreviewRow>of()
                : List.of(
                        new PreviewRow(NAMES.get(0), "/customers/1", Status.Kind.DONE, null, null),
                        new PreviewRow(
                                NAMES.get(4),
                                "/customers/2",
                                Status.Kind.UNCHANGED,
                                german() ? "ist schon gesperrt" : "is suspended already",
                                null),
                        new PreviewRow(
                                NAMES.get(2),
                                "/customers/3",
                                Status.Kind.REFUSED,
                                german() ? "Ihr eigenes Konto" : "your own account",
                                null));
        var own = kind == ConfirmPage.Kind.ACTIVATE
                ? List.of(
                        new ConfirmPage.OwnReason(
                                "7",
                                "adler-fest.example",
                                "/subscriptions/7",
                                german() ? "abgelaufen am 1. Jan. 2027" : "expired on 1 Jan 2027",
                                true,
                                false),
                        new ConfirmPage.OwnReason(
                                "8", "adler.example", "/subscriptions/8", "Administrator", false, false))
                : List.<ConfirmPage.OwnReason>of();
        return new ConfirmPage(
                frame(heading),
                dialog,
                kind,
                verb,
                heading,
                counts,
                warnings,
                rows,
                rows.isEmpty() ? 0 : 12,
                own,
                Selection.of(List.of("1", "2")),
                Form.empty(),
                submit,
                "/customers");
    }

    private ConvertPage convert() {
        var rows = new ArrayList<ConvertPage.Row>();
        rows.add(new ConvertPage.Row(
                "1",
                NAMES.get(0),
                "/customers/1",
                2,
                true,
                german()
                        ? List.of("60 GB Speicherplatz", "Domains unbegrenzt", "30 Postfächer")
                        : List.of("60 GB disk space", "unlimited domains", "30 mailboxes"),
                Status.Kind.DONE,
                german()
                        ? "Die 60 GB sind damit schon vollständig vergeben."
                        : "Those 60 GB are already fully granted."));
        rows.add(new ConvertPage.Row(
                "2",
                NAMES.get(4),
                "/customers/2",
                0,
                true,
                List.of(),
                Status.Kind.DONE,
                german()
                        ? "Ohne Abonnements erhält der Reseller überall 0."
                        : "Without subscriptions every limit becomes 0."));
        return new ConvertPage(
                frame(t.of("web.convert")),
                t.of("web.heading-of", t.of("web.convert"), german() ? "2 Kunden" : "2 customers"),
                "customer.convert",
                rows,
                plans(),
                Selection.of(List.of("1", "2")),
                Form.empty(),
                "/customers");
    }

    private MovePage move() {
        var rows = List.of(
                new MovePage.Row(
                        "1",
                        NAMES.get(0),
                        "/customers/1",
                        "Administrator",
                        List.of(new MovePage.Check(Status.Kind.DONE, german() ? "Alles passt." : "Everything fits."))),
                new MovePage.Row(
                        "2",
                        NAMES.get(1),
                        "/customers/2",
                        "Administrator",
                        List.of(
                                new MovePage.Check(
                                        Status.Kind.REFUSED,
                                        german() ? "25 GB gebraucht, 20 GB frei." : "25 GB needed, 20 GB free."),
                                new MovePage.Check(
                                        Status.Kind.OVERUSED,
                                        german() ? "SSH-Zugriff wird abgeschaltet." : "SSH access will be off."))));
        return new MovePage(
                frame(t.of("web.move")),
                t.of("web.heading-of", t.of("web.move"), german() ? "2 Kunden" : "2 customers"),
                List.of(new Option("me", "Administrator"), new Option("9", "Nordlicht Hosting GmbH")),
                "9",
                false,
                rows,
                plans(),
                List.of(),
                List.of(),
                Selection.of(List.of("1", "2")),
                Form.empty(),
                "/customers");
    }

    private JobView job(boolean running) {
        return new JobView(
                "7",
                german() ? "300 Kunden sperren" : "Suspend 300 customers",
                running
                        ? new ProgressView(
                                "7", german() ? "300 Kunden sperren" : "Suspend 300 customers", 118, 300, 2, 0, 61.4, 3)
                        : null,
                german()
                        ? "297 gesperrt · 912 von 912 Diensten abgeschaltet · langsamster 340 ms"
                        : "297 suspended · 912 of 912 services dark · slowest 340 ms",
                List.of(
                        new ServiceReceipt(
                                "HTTP",
                                Status.Kind.DONE,
                                NOW,
                                0,
                                german() ? "100 Anfragen von außen" : "100 requests from outside",
                                null),
                        new ServiceReceipt("FTP", Status.Kind.DONE, NOW, 12, null, null),
                        new ServiceReceipt(
                                "IMAP",
                                Status.Kind.FAILED,
                                null,
                                3,
                                null,
                                german()
                                        ? "mail-2 hat seit 10:31 nicht bestätigt"
                                        : "mail-2 has not confirmed since 10:31")),
                List.of(
                        new ReceiptRow(
                                NAMES.get(1),
                                "/customers/2",
                                Status.Kind.UNCHANGED,
                                german() ? "war schon gesperrt" : "was suspended already"),
                        new ReceiptRow(
                                NAMES.get(4),
                                "/customers/3",
                                Status.Kind.REFUSED,
                                german() ? "Ihr eigenes Konto" : "your own account")),
                295,
                "/jobs/7/retry",
                "/jobs/7.csv",
                "/jobs/7/undo",
                new Link(t.of("web.customers"), "/customers"));
    }
}
