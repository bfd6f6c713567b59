package org.wirt.engine.embedded;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.wirt.hosting.WebSite;

/// What lies behind a path of a site. Nothing outside the subscription's home is ever found, nor a hidden file.
sealed interface SiteFile {

    record Found(Path file) implements SiteFile {}

    /// A folder asked for without its slash; links in its page would lead astray.
    record Folder() implements SiteFile {}

    record Missing() implements SiteFile {}

    /// The only hidden folder that is meant for visitors (RFC 8615).
    String WELL_KNOWN = ".well-known";

    static SiteFile find(WebSite site, String path) {
        try {
            var segments = List.of(path.split("/"));
            if (!segments.stream().allMatch(SiteFile::plain)) return new Missing();
            var file = site.home().resolve(site.docroot());
            for (var segment : segments) file = file.resolve(segment);
            var slash = path.endsWith("/");
            if (slash && Files.isDirectory(file)) file = file.resolve("index.html");
            else if (slash) return new Missing();
            return new Chroot(site.home()).holds(file) ? inside(file) : new Missing();
        } catch (InvalidPathException _) {
            return new Missing();
        }
    }

    private static SiteFile inside(Path file) {
        if (Files.isDirectory(file)) return new Folder();
        return Files.isRegularFile(file) ? new Found(file) : new Missing();
    }

    private static boolean plain(String segment) {
        return (!segment.startsWith(".") || segment.equals(WELL_KNOWN))
                && segment.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 0x7F);
    }
}
