package org.wirt.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirt.account.Activation;
import org.wirt.operation.Operand;
import org.wirt.operation.Preview;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.operation.Verdict;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.PreviewRow;
import org.wirt.web.ui.Status;

/// A deed as it is looked at before it is done: the verb and whom it was chosen for, what would come of it, and what is
/// typed so far.
///
/// @param picture the selection as the page sends it again
record Deed(
        Visit visit,
        Verbs.Known<?, ?> verb,
        Selection selection,
        Preview<?> preview,
        Form form,
        org.wirt.web.ui.Selection picture) {

    private static final Set<String> WITH_A_PAGE = Set.of("customer", "reseller", "subscription", "plan");

    Texts t() {
        return visit.t();
    }

    String object() {
        return verb.targets().object();
    }

    /// What is done, and to whom or to how many.
    String heading() {
        return preview.isOfOne()
                ? t().of("web.heading.one." + verb.name(), shown(first().name()))
                : t().of("web.heading.many." + verb.name(), preview.total());
    }

    /// The frame of its page. Where the one it is done to has a page, the way goes by that, and need not name him
    /// twice.
    Frame frame() {
        var frame = visit.frame();
        boolean page = WITH_A_PAGE.contains(object()) && !verb.name().endsWith(".restore");
        if (!page || !preview.isOfOne()) return frame.beneath(heading());
        var whom = new Crumb(shown(first().name()), "/" + object() + "s/" + first().id());
        return frame.beneath(heading(), t().of("verb." + verb.name()), whom);
    }

    /// A subscription is called like its domain, which people read in its own letters.
    static String shown(String name) {
        return name.contains("xn--") ? HostingWords.display(name) : name;
    }

    Operand first() {
        return preview.rows().getFirst().target();
    }

    List<PreviewRow> rows() {
        return rows(List.of());
    }

    /// Who will and who will not.
    ///
    /// @param asked fields of the question: what they ask for is no refusal before somebody has answered
    List<PreviewRow> rows(List<Field> asked) {
        var open = asked.stream()
                .map(Field::name)
                .filter(name -> !form.errors().containsKey(name))
                .collect(Collectors.toSet());
        return preview.rows().stream().map(row -> row(row, open)).toList();
    }

    private PreviewRow row(Preview.Row<?> row, Set<String> open) {
        var href = "/" + object() + "s/" + row.target().id();
        var name = row.target().name();
        return switch (row.verdict()) {
            case Verdict.Allowed() -> new PreviewRow(name, href, Status.Kind.DONE, null, null);
            case Verdict.Unchanged() ->
                new PreviewRow(name, href, Status.Kind.UNCHANGED, Words.unchanged(t(), verb.name()), null);
            case Verdict.No(var why)
            when why.field().filter(open::contains).isPresent() ->
                new PreviewRow(name, href, Status.Kind.DONE, null, null);
            case Verdict.No(var why) -> new PreviewRow(name, href, kind(why), Words.sentence(t(), why), null);
        };
    }

    /// A hold that the reader may lift himself bears its shield: the box for it stands below.
    private static Status.Kind kind(Refusal why) {
        return Activation.isUntouchedHold(why) ? Status.Kind.SECURITY : Status.Kind.REFUSED;
    }
}
