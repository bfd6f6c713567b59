package org.wirt.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a mail name answers by itself there, as far as a mailbox can do so here.
///
/// @param taken as it is said here, switched off where it is so there or has ended; none where it says nothing
/// @param left  why something of it is not taken
record ImportedAnswer(Optional<Node> taken, Optional<String> left) {

    static final String NODE = "autoresponder";

    private static final String TEXT = "text";
    private static final String SUBJECT = "subject";
    private static final String TYPE = "content_type";
    private static final String HTML = "text/html";
    private static final String LAST_DAY = "end_date";
    private static final int LONGEST = 10_000;
    private static final int LONGEST_SUBJECT = 255;

    /// @param box whether the name has a mailbox
    static ImportedAnswer of(Node mail, boolean box) {
        var said = mail.part(NODE);
        boolean on = said.text("enabled").equals("true") && !hasEnded(said.text(LAST_DAY));
        if (!on && (!box || said.text(TEXT).isEmpty())) return new ImportedAnswer(Optional.empty(), Optional.empty());
        if (!box) return left("import-autoresponder");
        if (!fits(said.text(TEXT), LONGEST) || said.text(SUBJECT).length() > LONGEST_SUBJECT)
            return left("import-autoresponder-text");
        var wanted = new Node(NODE).add("enabled", Boolean.toString(on));
        if (!said.text(SUBJECT).isEmpty()) wanted.add(SUBJECT, said.text(SUBJECT));
        wanted.add(TYPE, said.text(TYPE).equals(HTML) ? HTML : "text/plain").add(TEXT, said.text(TEXT));
        if (!said.text(LAST_DAY).isEmpty()) wanted.add(LAST_DAY, said.text(LAST_DAY));
        boolean more =
                said.child("attachment").isPresent() || !said.text("forward").isEmpty();
        return new ImportedAnswer(
                Optional.of(wanted), more ? Optional.of("import-autoresponder-more") : Optional.empty());
    }

    private static ImportedAnswer left(String why) {
        return new ImportedAnswer(Optional.empty(), Optional.of(why));
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty() && text.length() <= most;
    }

    /// Written in one way, days stand in the order of their letters.
    private static boolean hasEnded(String day) {
        return !day.isEmpty() && day.compareTo(LocalDate.now(ZoneOffset.UTC).toString()) < 0;
    }
}
