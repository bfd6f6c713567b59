package org.wirt.web.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// Addresses of our own files with a mark of their content, so that browsers may keep them for a year.
public final class Assets {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();
    private static final Map<String, String> ICONS = new ConcurrentHashMap<>();

    private Assets() {}

    /// `/wirt.css` becomes `/wirt.css?v=1a2b3c4d`; a file that is not ours keeps its address.
    public static String href(String path) {
        return ADDRESSES.computeIfAbsent(path, Assets::marked);
    }

    /// A picture of our own set; a list shows hundreds, so each is put together once.
    ///
    /// @param name a constant of a template or a record, never what somebody typed
    public static String icon(String name) {
        return ICONS.computeIfAbsent(
                name,
                _ -> "<svg class=\"w-icon\" aria-hidden=\"true\"><use href=\"" + href("/icons.svg") + "#"
                        + checked(name) + "\"></use></svg>");
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9-]+")) throw new IllegalArgumentException("not the name of a picture: " + name);
        return name;
    }

    private static String marked(String path) {
        try (var in = Assets.class.getResourceAsStream("/static" + path)) {
            if (in == null) return path;
            var mark = new CRC32();
            mark.update(in.readAllBytes());
            return path + "?v=" + Long.toHexString(mark.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
