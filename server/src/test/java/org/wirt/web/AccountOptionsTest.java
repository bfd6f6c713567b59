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
                new Resellers.Named(2, "Webhaus Nord", "", "nord"),
                new Resellers.Named(3, "Webhaus nord", "", "webhaus"),
                new Resellers.Named(4, "Webhaus Nord", "Nord GmbH", "gmbh"));
        assertThat(AccountOptions.resellers(resellers))
                .extracting(Option::label)
                .containsExactly("Webhaus Nord (nord)", "Webhaus nord (webhaus)", "Webhaus Nord (Nord GmbH)");
    }

    @Test
    void theCompanyStandsBehindTheNameWhereItSaysMore() {
        var resellers = List.of(
                new Resellers.Named(2, "Alpenhost", "Alpenhost GmbH", "alpen"),
                new Resellers.Named(3, "Nordhost", "NORDHOST ", "nord"),
                new Resellers.Named(4, "Jan Groß", "Groß & Söhne", "jan"),
                new Resellers.Named(5, "Jan Groß", "Groß & Söhne", "jan2"));
        assertThat(AccountOptions.resellers(resellers))
                .extracting(Option::label)
                .containsExactly(
                        "Alpenhost (Alpenhost GmbH)",
                        "Nordhost",
                        "Jan Groß (Groß & Söhne, jan)",
                        "Jan Groß (Groß & Söhne, jan2)");
    }
}
