package org.wirt.cli;

import java.util.List;

/// One command on its way: what was typed, who is asked, in which words.
record Session(Surroundings around, Texts t, Panel panel) {

    Catalogue catalogue() {
        var body = panel.get(Catalogue.PATH);
        Kept.of(panel.credentials(), around, t).keep(body);
        return Catalogue.of(body);
    }

    void say(String line) {
        around.out().println(line);
    }

    void remark(String line) {
        around.err().println(line);
    }

    /// A word that nobody knows, with the one that was probably meant.
    Failure unknown(String key, String typed, List<String> known) {
        return Known.unknown(t, key, typed, known);
    }
}
