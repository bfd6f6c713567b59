package org.wirt.web.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One's own account.
///
/// @param contact by field of the contact form
/// @param address as on an envelope, line by line
/// @param himself not somebody who works here from above
/// @param form of the password
/// @param tokens empty: he has no such door
public record AccountPage(
        Frame frame,
        Map<String, String> contact,
        List<String> address,
        String username,
        boolean himself,
        Form form,
        int wantedLevel,
        List<SessionRow> sessions,
        Optional<Tokens> tokens,
        List<VisitRow> visits) {

    /// What programs sign in with on his behalf.
    ///
    /// @param fresh one that was just made; shown this once
    public record Tokens(
            List<TokenRow> rows,
            Form form,
            List<Option> lasting,
            List<Option> may,
            List<TokenArea> areas,
            Optional<String> fresh) {}

    /// @param may what, in words
    /// @param addresses from where; empty: from anywhere
    public record TokenRow(
            String id,
            String name,
            String may,
            String addresses,
            Optional<Instant> expires,
            Optional<Instant> lastUsed) {}

    /// A kind of object that a token may be limited to.
    public record TokenArea(String field, String label, List<Option> levels) {}

    /// Somebody from above who worked in this account.
    public record VisitRow(Instant at, String who) {}

    /// @param here the session of this request
    public record SessionRow(
            String id, String address, String agent, Instant created, Instant lastSeen, boolean here) {}

    public String value(String field) {
        return contact.getOrDefault(field, "");
    }
}
