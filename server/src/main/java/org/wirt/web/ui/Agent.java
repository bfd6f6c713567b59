package org.wirt.web.ui;

import java.util.List;
import java.util.Map;
import org.wirt.speech.Texts;

/// A browser and where it runs, as people call them, read from what the browser says of itself.
public record Agent(String browser, String system) {

    /// Each says the names of those before it too, so the last one that fits is looked for first.
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR", "Opera"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "macOS"),
            Map.entry("Linux", "Linux"));

    public static Agent of(String said) {
        return new Agent(first(BROWSERS, said), first(SYSTEMS, said));
    }

    public String in(Texts t) {
        if (browser.isEmpty()) return t.of("web.account.other-browser");
        return system.isEmpty() ? browser : t.of("web.account.browser-on", browser, system);
    }

    private static String first(List<Map.Entry<String, String>> names, String said) {
        return names.stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
