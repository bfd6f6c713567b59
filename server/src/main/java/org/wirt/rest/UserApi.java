package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountHeads;
import org.wirt.account.User;
import org.wirt.account.Users;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The additional users of customers and resellers.
@RestController
class UserApi {

    private static final int MOST = 1_000;

    private final Users users;
    private final AccountHeads heads;
    private final ScopedTransaction transaction;

    UserApi(Users users, AccountHeads heads, ScopedTransaction transaction) {
        this.users = users;
        this.heads = heads;
        this.transaction = transaction;
    }

    /// @param subscription the only one he sees; absent: all
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long id,
            String contactName,
            String username,
            String email,
            String role,
            @Nullable Long subscription,
            boolean active,
            @Nullable Instant lastSignIn) {

        private static Row of(User user) {
            return new Row(
                    user.id(),
                    user.name(),
                    user.username(),
                    user.email(),
                    user.role().name().toLowerCase(Locale.ROOT),
                    user.subscription().orElse(null),
                    user.active(),
                    user.lastSignIn().orElse(null));
        }
    }

    @Reading("user")
    @GetMapping("/api/v1/customers/{id}/users")
    List<Row> ofCustomer(Call call, @PathVariable long id) {
        return of(call, Level.CUSTOMER, id);
    }

    @Reading("user")
    @GetMapping("/api/v1/resellers/{id}/users")
    List<Row> ofReseller(Call call, @PathVariable long id) {
        if (call.caller().level() != Level.ADMINISTRATOR) throw new Refused(Refusal.notFound());
        return of(call, Level.RESELLER, id);
    }

    private List<Row> of(Call call, Level kind, long id) {
        return transaction.read(call.caller().scope(), () -> {
            if (heads.find(kind, id).isEmpty()) throw new Refused(Refusal.notFound());
            return users.of(id, MOST).stream().map(Row::of).toList();
        });
    }
}
