package org.wirt.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One Chromium for all tests of this JVM, stopped with it.
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private Chromium() {}

    /// Somebody new at the browser, reading this language.
    static BrowserContext reader(Reading language, ColorScheme look, int width) {
        return Running.BROWSER.newContext(new Browser.NewContextOptions()
                .setLocale(language.tag())
                .setColorScheme(look)
                .setViewportSize(width, 1000));
    }

    static BrowserContext reader(Reading language) {
        return reader(language, ColorScheme.LIGHT, 1440);
    }

    private static final class Running {

        private static final Playwright PLAYWRIGHT =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(place())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
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
