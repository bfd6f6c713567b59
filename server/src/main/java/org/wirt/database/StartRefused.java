package org.wirt.database;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.wirt.value.Refusal;

/// The panel cannot start, for a reason the person at the console can mend. Shown as one line, without a stack trace.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Exit status: something about the settings or the machine.
    public static final int UNUSABLE = 1;

    /// Exit status: another Wirt already uses this data home.
    public static final int HOME_IN_USE = 3;

    private final int status;

    public StartRefused(String reason) {
        this(reason, UNUSABLE);
    }

    public StartRefused(String reason, int status) {
        super(reason);
        this.status = status;
    }

    /// A setting whose value is refused, with the sentence that people read elsewhere; settings are in English.
    public static StartRefused because(String what, Refusal why) {
        var sentence =
                ResourceBundle.getBundle("messages.value", Locale.ENGLISH).getString(why.key());
        return new StartRefused(what + ": "
                + new MessageFormat(sentence, Locale.ENGLISH).format(why.gaps().toArray()));
    }

    /// The exit status of the process.
    public int status() {
        return status;
    }
}
