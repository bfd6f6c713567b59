package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event: what its letters say, and the one more address that is told of it.
///
/// @param languages the heads of the columns of texts
/// @param also the form of the address; none where letters about others never reach the reader of this page
public record NotificationPage(
        Frame frame,
        String title,
        String action,
        List<String> languages,
        List<Letter> letters,
        @Nullable Form also) {

    /// @param readers who gets it
    /// @param texts one per language
    public record Letter(String label, String readers, List<Text> texts) {}

    /// @param name of the link, which the subject alone would not tell apart
    /// @param whose whether it is the reader's own, the administrator's or Wirt's
    public record Text(String lang, String name, String href, String subject, String whose) {}
}
