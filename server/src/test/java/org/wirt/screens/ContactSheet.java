package org.wirt.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// A page that shows all pictures of a folder side by side.
final class ContactSheet {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>Screens of Wirt</title>
            <style>body{font:14px system-ui;margin:16px;background:#ddd}
            main{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:16px}
            figure{margin:0}img{width:100%;height:360px;object-fit:contain;object-position:top;background:#bbb}</style>
            <main>
            """;

    private ContactSheet() {}

    static void write(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var figures = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .sorted()
                    .map(ContactSheet::figure)
                    .collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve("index.html"), HEAD + figures + "\n</main></html>\n");
        }
    }

    private static String figure(String name) {
        return "<figure><a href=\"%1$s\"><img src=\"%1$s\" alt=\"\" loading=\"lazy\"></a><figcaption>%1$s</figcaption></figure>"
                .formatted(name);
    }
}
