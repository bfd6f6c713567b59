package org.wirt.dialect;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.StillDark;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// Whether something is active and until when, as packets say it: in the name of whoever they say it of, and nothing is
/// called active that stays dark.
@Component
class Standings {

    private final Deeds deeds;
    private final Behalf behalf;
    private final ScopedTransaction transaction;
    private final Clock clock;

    Standings(Deeds deeds, Behalf behalf, ScopedTransaction transaction, Clock clock) {
        this.deeds = deeds;
        this.behalf = behalf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Activates or suspends it, where that is said of it. The last of several deeds that are one, because it may be
    /// done in another's scope.
    ///
    /// @param may   statuses that can be asked for
    /// @param owner whose it is
    void status(Exchange exchange, String kind, long id, long owner, Element said, Set<Integer> may) {
        said.child("status").ifPresent(status -> {
            if (Statuses.wanted(status.text(), may) == Statuses.ACTIVE)
                deeds.start(exchange, kind + ".activate", id, Map.of());
            else darken(exchange, kind, id, owner, said, may);
        });
    }

    /// Suspends it, where that is said of it. What is new is active by itself, as far as what it belongs to is.
    void darken(Exchange exchange, String kind, long id, long owner, Element said, Set<Integer> may) {
        said.child("status").ifPresent(status -> {
            int wanted = Statuses.wanted(status.text(), may);
            // That it has expired is a date, see below.
            if (wanted == Statuses.ACTIVE || wanted == Statuses.EXPIRED) return;
            deeds.start(behalf.of(exchange, kind, wanted, owner), kind + ".suspend", id, Map.of());
        });
    }

    /// How something stands, when all is done.
    ///
    /// @param above causes of what it belongs to
    record Standing(String name, Causes own, Causes above) {}

    /// What was to be active and is dark still has lost what could be taken from it, but that is no success.
    ///
    /// @param said with the status that was asked for
    /// @throws Failed saying why it is dark
    void refuseDark(Exchange exchange, Element said, Supplier<Optional<Standing>> standing) {
        if (!Statuses.isActive(said)) return;
        transaction
                .read(exchange.scope(), standing)
                .ifPresent(now -> StillDark.remark(now.name(), now.own(), now.above())
                        .ifPresent(remark -> {
                            throw new Failed(
                                    isAnothers(exchange.caller().level(), now.own())
                                            ? ErrorNumbers.NOT_PERMITTED
                                            : ErrorNumbers.FAILED,
                                    exchange.t().of(remark.key(), remark.gaps().toArray()));
                        }));
    }

    /// Whether somebody above has suspended it, who alone can take that back.
    private static boolean isAnothers(Level level, Causes own) {
        return switch (level) {
            case ADMINISTRATOR -> false;
            case RESELLER -> own.has(Cause.ADMIN);
            case CUSTOMER -> own.has(Cause.ADMIN) || own.has(Cause.RESELLER);
        };
    }

    /// Sets when a contract ends, where that is said; -1 is never.
    ///
    /// @param info with its status: whoever says that it has expired may say a date that has passed
    void expiration(Exchange exchange, String kind, long id, Element said, Element info) {
        var end = TermsSaid.expiration(said);
        boolean expired = Statuses.says(info, Statuses.EXPIRED);
        if (expired && !isPast(end))
            throw new Failed(ErrorNumbers.WRONG_STATUS, "Wrong status value without an expiration that has passed.");
        end.ifPresent(at -> {
            var expires = at < 0 ? "" : Instant.ofEpochSecond(at).toString();
            deeds.start(exchange, kind + ".expiry", id, Map.of("expires", expires, "past", String.valueOf(expired)));
        });
    }

    private boolean isPast(OptionalLong end) {
        return end.isPresent()
                && end.getAsLong() >= 0
                && end.getAsLong() <= clock.instant().getEpochSecond();
    }

    /// Sets that it ends so many days from now.
    void lasting(Exchange exchange, String kind, long id, int days) {
        var expires = clock.instant().plus(days, ChronoUnit.DAYS).toString();
        deeds.start(exchange, kind + ".expiry", id, Map.of("expires", expires, "past", "false"));
    }
}
