package org.wirt.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One Chromium per language for all tests of this JVM, stopped with it: what the browser itself draws, such as the
/// fields of dates, speaks the language it was started in (Debian: package chromium-l10n). Each has a Playwright of its
/// own, so that two threads may read at a time, one in each language: one Playwright serves one thread at a time.
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final int PATIENCE_MILLIS = 30_000;

    private Chromium() {}

    /// Somebody new at the browser, reading this language.
    static BrowserContext reader(Reading language, ColorScheme look, int width) {
        return Running.in(language)
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language.tag())
                        .setColorScheme(look)
                        .setViewportSize(width, 1000));
    }

    static BrowserContext reader(Reading language) {
        return reader(language, ColorScheme.LIGHT, 1440);
    }

    private static final class Running {

        private static final Map<Reading, Browser> BROWSERS = new ConcurrentHashMap<>();

        static {
            // A slow machine is not a mistake of the panel.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }

        private static Browser in(Reading language) {
            return BROWSERS.computeIfAbsent(language, Running::started);
        }

        private static Browser started(Reading language) {
            var playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            var environment = new HashMap<>(System.getenv());
            environment.put("LANGUAGE", language.tag());
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(place())
                            .setEnv(environment)
                            .setArgs(List.of(
                                    "--lang=" + language.tag(),
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }

        private static Path place() {
            return PLACES.stream()
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("Chromium is missing; on Debian: apt-get install chromium"));
        }
    }
}
