package org.wirt.dialect;

import java.io.Serial;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// One operation on one object came to nothing; the others go on.
public final class Failed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int number;

    public Failed(int number, String text) {
        super(text, null, false, false);
        this.number = number;
    }

    static Failed of(Refused refused, Texts t) {
        return new Failed(ErrorNumbers.of(refused.first()), text(refused.first(), t));
    }

    public static Failed invalid(String text) {
        return new Failed(ErrorNumbers.INVALID, text);
    }

    public static Failed notPermitted() {
        return new Failed(ErrorNumbers.NOT_PERMITTED, "Permission denied.");
    }

    private static String text(Refusal refusal, Texts t) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) return "Object does not exist";
        var sentence = t.of(refusal.key(), refusal.gaps().toArray());
        return refusal.field().map(field -> field + ": " + sentence).orElse(sentence);
    }

    /// @return one of the dialect's error numbers
    public int number() {
        return number;
    }

    public String text() {
        var text = getMessage();
        return text == null ? "" : text;
    }

    /// As the result of the operation.
    Element result() {
        return new Element("result")
                .add("status", "error")
                .add("errcode", number)
                .add("errtext", text());
    }
}
