package org.wirt.web;

import org.wirt.hosting.Relocating;
import org.wirt.speech.Texts;

/// How a move to another node is going, in a sentence.
final class RelocationWords {

    private static final String SILENT = "silent";

    private RelocationWords() {}

    static String sentence(Texts t, Relocating.One one) {
        var going = t.of(
                "web.relocate." + one.step().word(),
                HostingWords.display(one.name()),
                one.from(),
                one.to(),
                t.size(one.bytes()));
        if (one.step() == Relocating.Step.COPY && one.waits())
            going += " " + t.of("web.relocate.later", t.dateTime(one.notBefore()));
        if (one.failure().isEmpty()) return going;
        var why = one.failure().equals(SILENT) ? t.of("web.relocate.silent") : one.failure();
        return going + " " + t.of("web.relocate.again", why);
    }
}
