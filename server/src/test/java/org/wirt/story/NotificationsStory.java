package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Letters go to those who want them: as usual, as the administrator wants it, as a reseller wants it for his realm.
class NotificationsStory extends PanelTest {

    @AfterEach
    void asUsual() {
        given.database.execute("delete from wirt.told");
    }

    /// What is not named is off.
    private void choose(Browser browser, String... told) {
        var fields = new ArrayList<String>();
        for (var key : told) fields.addAll(List.of("told." + key, "true"));
        browser.get("/notifications");
        assertThat(browser.post("/notifications", fields.toArray(String[]::new)).status())
                .isEqualTo(200);
    }

    private long letters(Given.Account to, String event) {
        return given.number("select count(*) from wirt.letter where account_id = ? and event = ?", to.id(), event);
    }

    private long toAdministrator(String event, Given.Account about) {
        return given.number(
                "select count(*) from wirt.letter where account_id = 1 and event = ? and subject like ?",
                event,
                "%" + about.name() + "%");
    }

    private String body(Given.Account reseller) {
        return given.text(
                "select subject || body from wirt.letter where account_id = ? and event = 'suspended-below'",
                reseller.id());
    }

    private static void deed(Browser browser, String verb, Given.Account account) {
        browser.get("/customers");
        browser.post("/bulk/" + verb, "id", String.valueOf(account.id()));
    }

    @Test
    void asUsualTheResellerIsToldAndTheAdministratorNot() {
        given.database.execute("update wirt.account set email = 'admin@example.org' where id = 1");
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof " + Given.unique(), reseller);
        deed(administrator(), "customer.suspend", customer);
        assertThat(letters(reseller, "suspended-below")).isOne();
        deed(signedIn(reseller.username()), "customer.suspend", customer);
        assertThat(toAdministrator("suspended-below", customer)).isZero();
    }

    @Test
    void eachResellerReadsOfHisOwnCustomersOnlyAndOfManyTheFirst() {
        var one = given.reseller("Netzwirt Süd");
        var other = given.reseller("Netzwirt Nord");
        var mine = given.customer("Gasthof " + Given.unique(), one);
        var theirs = new ArrayList<Given.Account>();
        for (int i = 0; i < 12; i++) theirs.add(given.customer("Pension " + i, other));
        var selected = new ArrayList<String>(List.of("id", String.valueOf(mine.id())));
        theirs.forEach(account -> selected.addAll(List.of("id", String.valueOf(account.id()))));
        administrator().post("/bulk/customer.suspend", selected.toArray(String[]::new));
        soon(() -> letters(other, "suspended-below") == 1);
        assertThat(body(one)).contains(mine.name()).doesNotContain("Pension");
        assertThat(body(other)).contains("Pension 0", "und 2 weitere").doesNotContain(mine.name());
    }

    @Test
    void theAdministratorIsToldWhenHeWantsItAndTheResellerNotWhenHeDoesNot() {
        given.database.execute("update wirt.account set email = 'admin@example.org' where id = 1");
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof " + Given.unique(), reseller);
        choose(administrator(), "status-changed.administrator", "status-changed.reseller");
        var his = signedIn(reseller.username());
        choose(his, "status-changed.customer");
        deed(his, "customer.suspend", customer);
        assertThat(toAdministrator("suspended-below", customer)).isOne();
        deed(administrator(), "customer.suspend", customer);
        assertThat(letters(reseller, "suspended-below")).isZero();
    }

    @Test
    void aResellersWishHoldsForHisCustomersOnly() {
        var reseller = given.reseller("Netzwirt Süd");
        var his = given.customer("Gasthof Reiter", reseller);
        var other = given.customer("Gasthof Nachbar");
        choose(signedIn(reseller.username()), "account-removed.customer");
        var browser = administrator();
        deed(browser, "customer.remove", his);
        deed(browser, "customer.remove", other);
        assertThat(letters(his, "removed")).isOne();
        assertThat(letters(other, "removed")).isZero();
    }

    @Test
    void onlyWhatDiffersIsKeptAndNothingAboveOneself() {
        var reseller = given.reseller("Netzwirt Süd");
        var browser = signedIn(reseller.username());
        choose(
                browser,
                "customer-created.reseller",
                "customer-created.customer",
                "status-changed.reseller",
                "status-changed.customer",
                "customer-moved.reseller",
                "customer-converted.reseller",
                "customer-converted.customer",
                "web-hook-switched-off.reseller",
                "account-removed.customer");
        assertThat(given.text(
                        "select string_agg(event || ' ' || reader || ' ' || told, ', ' order by event, reader) "
                                + "from wirt.told where account_id = ?",
                        reseller.id()))
                .isEqualTo("account-removed CUSTOMER true, account-removed RESELLER false");
        assertThat(browser.get("/notifications").words()).doesNotContain("Reseller-Konto erstellt");
        assertThat(browser.post("/notifications", "told.customer-created.administrator", "true")
                        .status())
                .as("what is told to others is not his to choose")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void theDialogIsTickedAsItIsWanted() {
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        var way = "/bulk/customer.suspend?id=" + customer.id();
        assertThat(browser.get(way).body()).containsPattern("name=\"tell\" value=\"true\"[^>]* checked");
        choose(browser, "customer-created.customer");
        assertThat(browser.get(way).body()).doesNotContainPattern("name=\"tell\" value=\"true\"[^>]* checked");
    }

    @Test
    void customersHaveNoSuchTable() {
        var customer = given.customer("Gasthof Reiter");
        given.subscription(customer);
        assertThat(signedIn(customer.username()).get("/notifications").status()).isEqualTo(404);
    }

    @Test
    void theBoxNamesWhomItTells() {
        var reseller = given.reseller("Reseller Brief");
        var customer = given.customer("Gasthof Brief");
        var browser = administrator();
        assertThat(browser.get("/bulk/reseller.suspend?id=" + reseller.id()).words())
                .contains("Reseller benachrichtigen")
                .doesNotContain("Kunden benachrichtigen");
        assertThat(browser.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .contains("Kunden benachrichtigen");
    }
}
