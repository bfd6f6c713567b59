package org.wirt.cli;

import java.io.IOException;

/// `wirt login`: proves a token and keeps it.
record LoginWord(Surroundings around, Arguments typed, Texts t) {

    int run() {
        Known.only(typed, t);
        Known.atMost(1, typed.words(), t);
        var given = Credentials.of(typed, around, t);
        boolean shown = typed.value("token-file").isPresent()
                || around.variable("WIRT_TOKEN").isPresent();
        var token = shown
                ? given.token()
                : Secrets.ask(t.of("token-of", given.url()), around, t).strip();
        var proven = new Credentials(given.url(), token, given.ca());
        var self = Json.of(new Panel(proven, t).get(""));
        try {
            var file = proven.keep(around);
            around.out().println(t.of("logged-in", self.at("username").text(), proven.url(), file));
        } catch (IOException e) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-unwritable", Credentials.file(around)));
        }
        return ExitCodes.DONE;
    }
}
