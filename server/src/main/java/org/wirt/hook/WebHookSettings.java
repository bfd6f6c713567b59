package org.wirt.hook;

import java.util.Arrays;
import java.util.List;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.value.InvalidValue;
import org.wirt.value.Network;

/// How far web hooks reach.
///
/// @param networks that are sent to although they are not public (`WIRT_WEB_HOOK_NETWORKS`: addresses and networks with
/// commas between them)
record WebHookSettings(List<Network> networks) {

    private static final String NETWORKS = "WIRT_WEB_HOOK_NETWORKS";

    static WebHookSettings from(Settings settings) {
        return new WebHookSettings(Arrays.stream(settings.text(NETWORKS, "").split(",", -1))
                .filter(one -> !one.isBlank())
                .map(WebHookSettings::network)
                .toList());
    }

    private static Network network(String text) {
        try {
            return new Network(text);
        } catch (InvalidValue _) {
            throw new StartRefused(NETWORKS
                    + " must be networks with commas between them, e.g. 10.0.0.0/8; this is none: " + text.strip());
        }
    }
}
