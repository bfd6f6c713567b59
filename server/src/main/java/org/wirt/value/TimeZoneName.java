package org.wirt.value;

import java.time.ZoneId;

/// A region of the time zone database, such as Europe/Berlin.
public record TimeZoneName(String text) {

    public TimeZoneName {
        text = Text.requiredLine(text, 255);
        if (!ZoneId.getAvailableZoneIds().contains(text)) throw new InvalidValue("time-zone-unknown");
    }

    public ZoneId zone() {
        return ZoneId.of(text);
    }
}
