package org.wirt.rest;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who a program is: the first thing to ask.
@RestController
class SelfApi {

    /// @param account number of the account it works for
    /// @param level   administrator, reseller
    /// @param writes  whether its token may change anything
    /// @param scopes  what its token is for
    record Self(String username, long account, String level, boolean writes, List<String> scopes, String language) {}

    @GetMapping("/api/v1")
    Self self(Call call) {
        var scope = call.caller().scope();
        return new Self(
                call.program().person().username(),
                scope.accountId(),
                scope.level().name().toLowerCase(Locale.ROOT),
                call.program().scopes().writesAnything(),
                call.program().scopes().words().stream().sorted().toList(),
                call.t().lang());
    }
}
