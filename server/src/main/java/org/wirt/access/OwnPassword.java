package org.wirt.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How somebody changes the password he has signed in with: by knowing the old one. His other sessions end, because
/// somebody else may have them.
@Component
public class OwnPassword {

    private final SignIn signIn;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;

    OwnPassword(SignIn signIn, People people, Passwords passwords, Sessions sessions) {
        this.signIn = signIn;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /// @return empty when it is changed; otherwise that the old one was wrong, or how long to wait
    public Optional<SignIn.Outcome> change(
            Session session, String old, String wanted, String address, String requestId) {
        var person = session.person();
        var refused = signIn.proves(person, old, address, requestId);
        if (refused.isPresent()) return refused;
        people.setPassword(person.loginId(), passwords.panelHash(wanted));
        sessions.endAll(List.of(person.loginId()), Optional.of(session.id()));
        signIn.changed(person, address, requestId);
        return Optional.empty();
    }
}
