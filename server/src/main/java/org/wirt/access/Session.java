package org.wirt.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A panel session, as it stands in the database.
///
/// @param actingFor the account below his own that the person has logged in as
/// @param ended the name of the one he had logged in as until just now: it is gone, or somebody else's
public record Session(
        UUID id, Person person, Optional<People.AccountFacts> actingFor, Optional<String> ended, Instant lastSeen) {

    public Caller caller(Door door, String address, String requestId) {
        var scope = actingFor.map(People.AccountFacts::scope).orElseGet(person::scope);
        var actingAs = actingFor.map(People.AccountFacts::name).orElse("");
        var rights = actingFor.isPresent() ? Rights.WHOLE : person.rights();
        return new Caller(scope, person.loginId(), person.username(), actingAs, rights, door, address, requestId);
    }
}
