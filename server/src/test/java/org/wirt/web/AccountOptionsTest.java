package org.wirt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirt.account.Resellers;
import org.wirt.web.ui.Option;

class AccountOptionsTest {

    @Test
    void onlyThoseWhoAreCalledAlikeShowTheirUsernames() {
        var resellers = List.of(
                new Resellers.Named(2, "Webhaus Nord", "nord"),
                new Resellers.Named(3, "Webhaus nord", "webhaus"),
                new Resellers.Named(4, "Webhaus Nord GmbH", "gmbh"));
        assertThat(AccountOptions.resellers(resellers))
                .extracting(Option::label)
                .containsExactly("Webhaus Nord (nord)", "Webhaus nord (webhaus)", "Webhaus Nord GmbH");
    }
}
