package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings of a server with the places of this node filled in.
record Template(String resource, Map<String, String> values) {

    static Template of(String resource) {
        return new Template(resource, new LinkedHashMap<>());
    }

    Template with(String name, Object value) {
        values.put("{" + name + "}", value.toString());
        return this;
    }

    String text() throws IOException {
        var text = Daemon.resource(resource);
        for (var value : values.entrySet()) text = text.replace(value.getKey(), value.getValue());
        return text;
    }

    /// @return whether the file had another text before
    boolean into(Path file) throws IOException {
        return Daemon.write(file, text());
    }
}
