package org.wirt.web.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One's own account.
///
/// @param contact by field of the contact form
/// @param address as on an envelope, line by line
/// @param himself not somebody who works here from above
/// @param form of the password
public record AccountPage(
        Frame frame,
        Map<String, String> contact,
        List<String> address,
        String username,
        boolean himself,
        Form form,
        int wantedLevel,
        List<SessionRow> sessions,
        List<VisitRow> visits) {

    /// Somebody from above who worked in this account.
    public record VisitRow(Instant at, String who) {}

    /// @param here the session of this request
    public record SessionRow(
            String id, String address, String agent, Instant created, Instant lastSeen, boolean here) {}

    public String value(String field) {
        return contact.getOrDefault(field, "");
    }
}
