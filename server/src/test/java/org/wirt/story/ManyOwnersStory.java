package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where there are more resellers than a select can hold, the new owner of a customer is searched for.
class ManyOwnersStory extends PanelTest {

    private static final String MARK = "Viele" + Given.unique();

    @AfterEach
    void few() {
        given.database.execute("delete from wirt.account where company like ?", MARK + "%");
    }

    /// As many as one wants in one statement; the last but one has an accent.
    private void resellers(int many) {
        given.database.execute(
                "with made as (insert into wirt.account (kind, provider_id, contact_name, company) "
                        + "select 'RESELLER', 1, 'Reseller ' || n, ? || case n when ? then ' Söder' else ' Nr ' || n end "
                        + "from generate_series(1, ?) n returning id), "
                        + "held as (insert into wirt.reseller (account_id, reseller_id) select id, id from made) "
                        + "insert into wirt.login (account_id, reseller_id, owner, username) select id, id, true, 'viele' || id from made",
                MARK,
                many - 1,
                many);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aboveAHundredTheNewOwnerIsSearchedFor() {
        resellers(120);
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        var way = "/bulk/customer.move?id=" + customer.id();
        var page = browser.get(way);
        assertThat(page.words()).contains("Verantwortlichen suchen");
        assertThat(page.body()).contains("name=\"find\"");
        assertThat(count(page.body(), MARK)).isLessThanOrEqualTo(100);

        var found = browser.get(way + "&find=" + MARK.toLowerCase(java.util.Locale.ROOT) + "+soder");
        assertThat(count(found.body(), MARK + " ")).isOne();
        assertThat(found.words()).contains("Administrator", MARK + " Söder");

        var target = given.number("select id from wirt.account where company = ?", MARK + " Söder");
        var chosen = browser.get(way + "&target=" + target);
        assertThat(chosen.body()).contains("value=\"" + target + "\" selected");
        browser.post(
                "/bulk/customer.move",
                "id",
                String.valueOf(customer.id()),
                "target",
                String.valueOf(target),
                "find",
                "");
        assertThat(given.number("select provider_id from wirt.account where id = ?", customer.id()))
                .isEqualTo(target);
        given.database.execute("update wirt.account set provider_id = 1 where id = ?", customer.id());
    }
}
