package org.wirt.hosting;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The pages a visitor of a hosted site meets when Wirt itself has to answer: German or English, without a word about
/// the customer, the reason or the panel.
public final class SitePages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    /// With the site's name and the address it shows still to be put in.
    public static final String FRAME = """
            <!doctype html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{name}</title>
            <style>
            html, body { margin: 0; height: 100% }
            iframe { display: block; width: 100%; height: 100%; border: 0 }
            </style>
            </head>
            <body>
            <iframe src="{target}" title="{name}"></iframe>
            </body>
            </html>
            """;

    private SitePages() {}

    /// The first page of a new site, in both languages, because nobody knows yet who will come.
    public static String welcome(String domain) {
        var name = HtmlUtils.htmlEscape(domain);
        return page(
                "de",
                name,
                "<h1>" + name + "</h1>\n"
                        + "<p>Hier entsteht eine neue Website.</p>\n"
                        + "<p lang=\"en\">A new web site is being set up here.</p>");
    }

    /// A suspended site: 503, for now.
    public static String unavailable(String acceptLanguage) {
        return german(acceptLanguage)
                ? page("de", "Zurzeit nicht erreichbar", """
                        <h1>Zurzeit nicht erreichbar</h1>
                        <p>Diese Website ist vorübergehend nicht verfügbar. Bitte versuchen Sie es später noch einmal.</p>""")
                : page("en", "Temporarily unavailable", """
                        <h1>Temporarily unavailable</h1>
                        <p>This web site is not available at the moment. Please try again later.</p>""");
    }

    /// An unknown host, or a page that is not there: 404.
    public static String notFound(String acceptLanguage) {
        return german(acceptLanguage) ? page("de", "Nicht gefunden", """
                        <h1>Nicht gefunden</h1>
                        <p>Diese Seite gibt es hier nicht.</p>""") : page("en", "Not found", """
                        <h1>Not found</h1>
                        <p>There is no such page here.</p>""");
    }

    /// A site that shows another one in a frame: its own name stays above it.
    ///
    /// @param host as servers write it
    public static String frame(String host, String target) {
        return FRAME.replace("{name}", host).replace("{target}", HtmlUtils.htmlEscape(target));
    }

    private static boolean german(String acceptLanguage) {
        try {
            return Locale.GERMAN.equals(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String page(String language, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark }
                body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem;
                       font: 1.1rem/1.5 system-ui, sans-serif; text-align: center }
                h1 { font-weight: 600; overflow-wrap: anywhere }
                </style>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(language, title, body);
    }
}
