package org.wirt.restv2;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Level;
import org.wirt.account.AccountDetails;
import org.wirt.dialect.AccountFigures;
import org.wirt.dialect.Forms;
import org.wirt.dialect.Statuses;
import org.wirt.hosting.HoldingsOf;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// An account.
///
/// @param created    the day
/// @param name       of the person
/// @param status     0 is active
/// @param ownerLogin absent: nobody owns the administrator
/// @param type       `admin`, `reseller`, `customer`
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Client(
        long id,
        String created,
        String name,
        String company,
        String login,
        int status,
        String email,
        String locale,
        String guid,
        @Nullable String ownerLogin,
        @Nullable String externalId,
        String description,
        String type) {

    static Client of(AccountDetails account) {
        return new Client(
                account.id(),
                Forms.date(account.created()),
                account.contactName(),
                account.company(),
                account.username(),
                Statuses.of(account.own(), account.above()),
                account.email(),
                Forms.locale(account.language()),
                account.guid().toString(),
                account.kind() == Level.ADMINISTRATOR
                        ? null
                        : account.provider()
                                .map(AccountDetails.Provider::username)
                                .orElse(null),
                account.externalId(),
                account.description(),
                type(account));
    }

    static String type(AccountDetails account) {
        return account.kind() == Level.ADMINISTRATOR
                ? "admin"
                : account.kind().name().toLowerCase(Locale.ROOT);
    }

    /// What a client is to be, or to become: what is absent stays.
    @JsonNaming(SnakeCaseStrategy.class)
    record Request(
            @Nullable String name,
            @Nullable String login,
            @Nullable String password,
            @Nullable String email,
            @Nullable String type,
            @Nullable String company,
            @Nullable Integer status,
            @Nullable String locale,
            @Nullable String ownerLogin,
            @Nullable String externalId,
            @Nullable String description) {}

    /// What it has and uses.
    ///
    /// @param diskSpace bytes
    /// @param traffic   bytes, this month
    @JsonNaming(SnakeCaseStrategy.class)
    record Statistics(
            int activeDomains,
            int subdomains,
            long diskSpace,
            int emailPostboxes,
            int emailRedirects,
            int emailResponseMessages,
            int mailingLists,
            int databases,
            long traffic,
            long trafficPrevday) {

        static Statistics of(AccountFigures.Read read, HoldingsOf.Held held) {
            return new Statistics(
                    (int) read.activeSites(),
                    (int) read.count().subdomains(),
                    held.disk(),
                    (int) held.mailboxes(),
                    (int) held.forwards(),
                    (int) held.answers(),
                    0,
                    (int) read.count().databases(),
                    held.traffic(),
                    0);
        }
    }
}
