package org.wirt.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// The folder an additional FTP user is kept in, as a path from the subscription's home; empty is the home itself.
/// Nothing in it leads upwards: no leading slash, no `..`, no backslash.
public record DirectoryName(String path) {

    public static final DirectoryName HOME = new DirectoryName("");

    public DirectoryName {
        var typed = Text.line(path, 1_000);
        if (typed.startsWith("/") || typed.startsWith("~") || typed.indexOf('\\') >= 0) {
            throw new InvalidValue("directory-form");
        }
        var steps = new ArrayList<String>();
        for (var step : typed.split("/+", -1)) {
            if (step.isEmpty() || step.equals(".")) continue;
            // 255 bytes is what one name may have on ext4 and XFS.
            if (step.equals("..") || step.getBytes(StandardCharsets.UTF_8).length > 255) {
                throw new InvalidValue("directory-form");
            }
            steps.add(step);
        }
        path = String.join("/", steps);
    }
}
