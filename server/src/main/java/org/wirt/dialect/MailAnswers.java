package org.wirt.dialect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.hosting.AutomaticAnswer;

/// What mail names answer by themselves: their mailboxes do.
@Component
class MailAnswers {

    private static final String NODE = "autoresponder";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String TYPE = "content_type";
    private static final String LAST_DAY = "end_date";
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";

    private final Deeds deeds;

    MailAnswers(Deeds deeds) {
        this.deeds = deeds;
    }

    static Element told(Optional<AutomaticAnswer> answer) {
        var told = new Element(NODE)
                .add("enabled", answer.filter(AutomaticAnswer::isOn).isPresent());
        answer.ifPresent(one -> {
            one.subject().ifPresent(subject -> told.add(SUBJECT, subject));
            told.add(TYPE, one.html() ? HTML : PLAIN).add("charset", "UTF-8").add(TEXT, one.text());
            one.until().ifPresent(last -> told.add(LAST_DAY, last));
        });
        return told;
    }

    /// What is not said of an answer stays as it is, also where it is switched off. What takes away anything of it ends
    /// it.
    void change(Exchange exchange, MailName one, Element said, String way) {
        var asked = said.child(NODE);
        if (asked.isEmpty() || (asked.get().children().isEmpty() && !way.equals("remove"))) return;
        var answer = asked.get();
        if (way.equals("remove")) end(exchange, one, new Element(NODE));
        else if (!MailWords.isOn(answer).orElse(true)) end(exchange, one, answer);
        else deeds.start(exchange, "mailbox.answer", box(one), input(answer));
    }

    /// Where there is none, nothing is kept without a text.
    private void end(Exchange exchange, MailName one, Element said) {
        one.mailbox().filter(box -> box.answer().isPresent() || hasText(said)).ifPresent(box -> {
            if (Stream.of(SUBJECT, TEXT, TYPE, LAST_DAY).noneMatch(said::has))
                deeds.start(exchange, "mailbox.unanswer", box.id(), Map.of());
            else deeds.start(exchange, "mailbox.answer", box.id(), kept(said));
        });
    }

    private static boolean hasText(Element said) {
        return !said.text(TEXT).isEmpty();
    }

    /// An empty text leaves that of before: nobody gets it.
    private static Map<String, String> kept(Element said) {
        var input = input(said);
        if (!hasText(said)) input.remove(TEXT);
        input.put("off", "true");
        return input;
    }

    private static long box(MailName one) {
        return one.mailbox()
                .orElseThrow(() -> new Failed(
                        ErrorNumbers.NOT_SUPPORTED, "A mail name without a mailbox answers nobody by itself."))
                .id();
    }

    private static Map<String, String> input(Element answer) {
        if (answer.all("attachment").stream()
                .anyMatch(file -> !file.exactly().isBlank()
                        || file.children().stream()
                                .anyMatch(part -> !part.text().isEmpty())))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An automatic answer has no attachment.");
        if (!answer.text("forward").isEmpty())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "What is answered by itself is forwarded by forwarding.");
        var input = new HashMap<String, String>();
        answer.child(SUBJECT).ifPresent(said -> input.put(SUBJECT, said.text()));
        answer.child(TEXT).ifPresent(said -> input.put(TEXT, said.exactly()));
        answer.child(LAST_DAY).ifPresent(said -> input.put("until", said.text()));
        html(answer).ifPresent(html -> input.put("html", html.toString()));
        return input;
    }

    private static Optional<Boolean> html(Element answer) {
        return switch (answer.text(TYPE).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case PLAIN -> Optional.of(false);
            case HTML -> Optional.of(true);
            default -> throw Failed.invalid("The content_type of an automatic answer is text/plain or text/html.");
        };
    }
}
