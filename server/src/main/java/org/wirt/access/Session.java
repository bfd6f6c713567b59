package org.wirt.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A panel session, as it stands in the database.
///
/// @param actingFor the account below his own that the person has logged in as
public record Session(UUID id, Person person, Optional<People.AccountFacts> actingFor, Instant lastSeen) {

    public Caller caller(Door door, String address, String requestId) {
        var scope = actingFor.map(People.AccountFacts::scope).orElseGet(person::scope);
        var actingAs = actingFor.map(People.AccountFacts::name).orElse("");
        return new Caller(scope, person.loginId(), person.username(), actingAs, door, address, requestId);
    }
}
