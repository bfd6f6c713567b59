package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.hosting.IncomingMail;
import org.wirt.hosting.NodeViews;

/// Mail to an address goes on to others, as its owner says.
class ForwardStory extends PanelTest {

    @Autowired
    private NodeViews views;

    private final class Owner {

        final Given.Account account = given.customer("Gasthof Post");
        final Given.Subscription subscription = subscription();
        final Browser browser = signedIn(account.username());
        final String page = "/subscriptions/" + subscription.id() + "/forwards/new";

        private Given.Subscription subscription() {
            var made = given.subscription(account);
            given.database.execute(
                    "update wirt.subscription set permissions = '{\"panel_access\":true,\"manage_mail\":true}' where id = ?",
                    made.id());
            return made;
        }

        String at(String local) {
            return local + "@" + subscription.name();
        }

        Browser.Answer add(String local, String targets, String... more) {
            browser.get("/mail");
            var fields = Browser.with(
                    new String[] {"local", local, "site", String.valueOf(subscription.id()), "targets"}, targets);
            return browser.post(page, more.length == 0 ? fields : Browser.with(fields, more));
        }

        long forward(String local) {
            return given.number(
                    "select id from wirt.forward where subscription_id = ? and local = ?", subscription.id(), local);
        }
    }

    @Test
    void whatACustomerForwardsTheServersKnowAtOnce() {
        var owner = new Owner();
        assertThat(owner.browser.get("/mail").words()).contains("Weiterleitungen", "Noch keine Weiterleitung.");
        var added = owner.add("Team", "Info@" + owner.subscription.name() + "\nfreund@anderswo.example");
        assertThat(added.path()).isEqualTo("/mail");
        assertThat(added.words())
                .contains("Die Weiterleitung von „" + owner.at("team") + "“ ist angelegt.")
                .contains(owner.at("info") + ", freund@anderswo.example");
        var forward = views.forward(owner.at("team")).orElseThrow();
        assertThat(forward.targets()).containsExactlyInAnyOrder(owner.at("info"), "freund@anderswo.example");
        assertThat(forward.leaves()).isTrue();

        var change = "/forwards/" + owner.forward("team") + "/change";
        assertThat(owner.browser.get(change).body()).contains("freund@anderswo.example</textarea>");
        owner.browser.post(change, "targets", owner.at("info"), "keep", "true");
        assertThat(views.forward(owner.at("team")).orElseThrow().leaves()).isFalse();
        assertThat(owner.browser
                        .post(change, "targets", owner.at("info"), "keep", "true")
                        .status())
                .isEqualTo(200);

        owner.browser.deed("forward.remove", owner.forward("team"));
        assertThat(views.forward(owner.at("team"))).isEmpty();
        assertThat(administrator().get("/audit?q=Post").words())
                .contains("Weiterleiten an", "Weiterleitung", "Im Postfach behalten");
    }

    @Test
    void aMailboxOfTheSameNameGetsItWhereItIsKept() {
        var owner = new Owner();
        administratorAdds(owner);
        owner.add("info", "freund@anderswo.example", "keep", "true");
        assertThat(views.forward(owner.at("info")).orElseThrow().targets())
                .containsExactlyInAnyOrder(owner.at("info"), "freund@anderswo.example");
        owner.browser.post("/forwards/" + owner.forward("info") + "/change", "targets", "freund@anderswo.example");
        assertThat(views.forward(owner.at("info")).orElseThrow().targets()).containsExactly("freund@anderswo.example");
    }

    private void administratorAdds(Owner owner) {
        var administrator = administrator();
        administrator.get("/customers");
        administrator.addMailbox(owner.subscription.id());
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        var owner = new Owner();
        owner.add("team", "freund@anderswo.example");
        var told = owner.add("team", "niemand\nfreund@anderswo.example");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("f-local-error", "f-targets-error");
        assertThat(told.words()).contains("schon eine Weiterleitung", "Das sind keine E-Mail-Adressen", "niemand.");
        assertThat(owner.add("self", owner.at("self")).words()).contains("die Adresse der Weiterleitung selbst");
        owner.add("one", owner.at("two"));
        assertThat(owner.add("two", owner.at("one")).words())
                .contains(owner.at("two") + " → " + owner.at("one") + " → " + owner.at("two"));
    }

    @Test
    void whoeverMayNotManageMailMayNotForwardIt() {
        var owner = new Owner();
        given.database.execute(
                "update wirt.subscription set permissions = '{\"panel_access\":true}' where id = ?",
                owner.subscription.id());
        assertThat(owner.browser.get("/mail").words()).doesNotContain("Weiterleitung hinzufügen");
        assertThat(owner.add("team", "freund@anderswo.example").words()).contains("fehlt die Berechtigung");
        given.database.execute(
                "update wirt.subscription set permissions = '{\"panel_access\":true,\"manage_mail\":true}' where id = ?",
                owner.subscription.id());
        assertThat(owner.add("team", "freund@anderswo.example").status()).isEqualTo(200);

        var stranger = new Owner();
        stranger.browser.get("/mail");
        assertThat(stranger.browser.get(owner.page).status()).isEqualTo(404);
        assertThat(stranger.browser
                        .post("/forwards/" + owner.forward("team") + "/change", "targets", "dieb@anderswo.example")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.browser
                        .post(
                                stranger.page,
                                "local",
                                "team",
                                "site",
                                String.valueOf(owner.subscription.id()),
                                "targets",
                                "dieb@anderswo.example")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSubscriptionHasNoMoreThanAThousand() {
        var owner = new Owner();
        given.database.execute(
                "insert into wirt.forward (site_id, subscription_id, customer_id, reseller_id, node_id, local, targets) "
                        + "select w.id, w.subscription_id, w.customer_id, w.reseller_id, w.node_id, 'f' || i, "
                        + "array['freund@anderswo.example'] from wirt.site w, generate_series(1, 1000) i where w.id = ?",
                owner.subscription.id());
        assertThat(owner.add("team", "freund@anderswo.example").words()).contains("höchstens 1.000 Weiterleitungen");
    }

    @Test
    void whoRemovesAMailboxHearsWhichForwardsLeadThere() {
        var owner = new Owner();
        administratorAdds(owner);
        owner.add("team", owner.at("info") + "\nfreund@anderswo.example");
        long mailbox = given.number("select id from wirt.mailbox where subscription_id = ?", owner.subscription.id());
        assertThat(owner.browser.get("/bulk/mailbox.remove?id=" + mailbox).words())
                .contains("Diese Weiterleitungen führen hierher", owner.at("team"));
        owner.browser.deed("mailbox.remove", mailbox);
        assertThat(views.mailUser(owner.at("info"))).isEmpty();
        assertThat(views.forward(owner.at("team"))).isPresent();
        assertThat(administrator()
                        .get("/bulk/customer.remove?id=" + owner.account.id())
                        .words())
                .contains("1 Weiterleitung");
    }

    @Test
    void theRecycleBinAndTheEndTakeForwardsAlong() {
        var owner = new Owner();
        owner.add("team", "freund@anderswo.example");
        var administrator = administrator();
        administrator.deed("customer.suspend", owner.account.id());
        assertThat(views.forward(owner.at("team")).orElseThrow().incoming()).isEqualTo(IncomingMail.DEFER);
        administrator.deed("subscription.remove", owner.subscription.id());
        assertThat(views.forward(owner.at("team"))).isEmpty();
        given.database.execute("delete from wirt.subscription where id = ?", owner.subscription.id());
        assertThat(given.number("select count(*) from wirt.forward where subscription_id = ?", owner.subscription.id()))
                .isZero();
    }
}
