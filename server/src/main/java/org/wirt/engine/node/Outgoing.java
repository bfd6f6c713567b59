package org.wirt.engine.node;

import org.wirt.database.Settings;
import org.wirt.database.StartRefused;

/// Where mail for the rest of the world goes.
///
/// @param transport as Postfix calls it
/// @param relay     the server that takes it; empty: each recipient's own
record Outgoing(String transport, String relay) {

    static final String NAME = "WIRT_NODE_MAIL_OUT";

    /// `direct`, `none` or `host:port`.
    static Outgoing from(Settings settings) {
        var text = settings.text(NAME, "direct");
        if (text.equals("direct")) return new Outgoing("smtp", "");
        if (text.equals("none")) return new Outgoing("error:5.7.1 This server sends no mail", "");
        var colon = text.lastIndexOf(':');
        if (!text.matches("[A-Za-z0-9.-]+:\\d{1,5}"))
            throw new StartRefused(NAME + " is direct, none or host:port, not " + text);
        return new Outgoing("smtp", "[" + text.substring(0, colon) + "]" + text.substring(colon));
    }

    /// The way of what a forward sends elsewhere, in SQL over its `target`.
    String onward() {
        if (!transport.equals("smtp")) return "'" + transport + "'";
        return relay.isEmpty() ? "'forward:' || split_part(target, '@', 2)" : "'forward:" + relay + "'";
    }
}
