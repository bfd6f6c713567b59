package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Adding customers and subscriptions through the pages.
class NewCustomerStory extends PanelTest {

    private static final String MAY = "{\"create_clients\":true,\"create_subscriptions\":true,\"panel_access\":true}";

    private Given.Account reseller(String limits) {
        var reseller = given.reseller("Nordlicht");
        given.database.execute(
                "update wirt.reseller set limits = cast(? as jsonb), permissions = cast(? as jsonb) where account_id = ?",
                limits,
                MAY,
                reseller.id());
        return reseller;
    }

    private static String[] fields(String name, String... others) {
        var fields = new ArrayList<>(List.of(
                "contactName",
                "Kunde " + name,
                "email",
                name + "@example.org",
                "username",
                name,
                "password",
                Given.PASSWORD,
                "repeat",
                Given.PASSWORD));
        fields.addAll(List.of(others));
        return fields.toArray(String[]::new);
    }

    private static String[] withSubscription(String name) {
        return fields(
                name,
                "createSubscription",
                "true",
                "domain",
                name + ".example",
                "systemUser",
                name,
                "systemUserPassword",
                Given.PASSWORD);
    }

    @Test
    void aResellersCustomerIsServedAndCanSignIn() {
        var reseller = reseller("{}");
        var name = Given.unique();
        var page = signedIn(reseller.username());
        page.get("/customers/new");

        var answer = page.post("/customers", withSubscription(name));

        assertThat(answer.words()).contains("Kunde " + name);
        assertThat(given.text("select state from node.web where host = ?", name + ".example"))
                .isEqualTo("on");
        assertThat(given.number("select count(*) from node.ftp_user where login_key = ?", name))
                .isEqualTo(1);
        assertThat(given.number(
                        "select a.provider_id from wirt.account a join wirt.login l on l.account_id = a.id where l.username = ?",
                        name))
                .isEqualTo(reseller.id());
        assertThat(signedIn(name).get("/account").path()).doesNotContain("sign-in");
    }

    @Test
    void whatIsTakenIsRefusedAndNothingIsMade() {
        var taken = given.subscription(given.customer("Schon da", given.reseller("Andere")));
        var name = Given.unique();
        var admin = administrator();
        admin.get("/customers/new");
        var fields = withSubscription(name);
        for (int i = 0; i < fields.length; i += 2) if (fields[i].equals("domain")) fields[i + 1] = taken.name();

        var answer = admin.post("/customers", fields);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Dieser Domainname ist auf dem Server vergeben");
        assertThat(answer.body()).contains("Kunde " + name);
        assertThat(given.number("select count(*) from wirt.login where username = ?", name))
                .isZero();
    }

    /// What cannot be read and what is taken, in one answer.
    @Test
    void everyMistakeIsToldAtOnce() {
        var there = given.customer("Schon da");
        var taken = given.subscription(there);
        var user = given.text("select login from wirt.ftp_login where subscription_id = ? and main", taken.id());
        var admin = administrator();
        admin.get("/customers/new");

        var subscription = new String[] {"domain", taken.name(), "systemUser", user, "systemUserPassword", "kurz"};
        var names = new String[] {"contactName", "Neu", "email", "keine", "username", there.username()};
        var words = new String[] {"password", Given.PASSWORD, "repeat", Given.PASSWORD, "createSubscription", "true"};
        assertThat(admin.post("/customers", Browser.with(Browser.with(names, words), subscription))
                        .body())
                .contains("f-email-error", "f-username-error", "f-domain-error")
                .contains("f-systemUser-error", "f-systemUserPassword-error");

        admin.get("/subscriptions/new?customer=" + there.id());
        subscription[1] = "kein name";
        assertThat(admin.post("/subscriptions", Browser.with(subscription, "customer", String.valueOf(there.id())))
                        .body())
                .contains("f-domain-error", "f-systemUser-error", "f-systemUserPassword-error");
    }

    @Test
    void theLimitOfCustomersHolds() {
        var reseller = reseller("{\"max_cl\":1}");
        given.customer("Der eine", reseller);
        var page = signedIn(reseller.username());
        page.get("/customers/new");

        var answer = page.post("/customers", fields(Given.unique()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Das Limit für Kunden ist erreicht: 1 von 1");
    }

    @Test
    void withoutOversellingMoreThanIsFreeCannotBeGranted() {
        var reseller = reseller("{\"disk_space\":1000}");
        long big = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits) "
                        + "values ('HOSTING', ?, ?, 'Groß', '{\"disk_space\":2000}') returning id",
                reseller.id(),
                reseller.id());
        var page = signedIn(reseller.username());
        page.get("/customers/new");
        var fields = new ArrayList<>(List.of(withSubscription(Given.unique())));
        fields.addAll(List.of("plan", String.valueOf(big)));

        var answer = page.post("/customers", fields.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Speicherplatz");
    }

    @Test
    void aNameInTheRecycleBinIsFreeForItsProviderAlone() {
        var reseller = reseller("{}");
        var gone = given.customer("Weg", reseller);
        given.reason("account", gone.id(), gone, 2048);
        var others = administrator();
        others.get("/customers/new");
        assertThat(others.post("/customers", fields(gone.username())).words())
                .contains("Dieser Benutzername ist vergeben");

        var page = signedIn(reseller.username());
        page.get("/customers/new");
        assertThat(page.post("/customers", fields(gone.username())).status()).isEqualTo(200);
    }

    @Test
    void aSubscriptionIsAddedForACustomerWhoIsThere() {
        var customer = given.customer("Gasthof Rose");
        var name = Given.unique();
        var admin = administrator();
        admin.get("/subscriptions/new?customer=" + customer.id());

        admin.post(
                "/subscriptions",
                "customer",
                String.valueOf(customer.id()),
                "domain",
                name + ".example",
                "systemUser",
                name,
                "systemUserPassword",
                Given.PASSWORD,
                "plan",
                "");

        assertThat(given.number("select customer_id from wirt.subscription where name = ?", name + ".example"))
                .isEqualTo(customer.id());
    }

    @Test
    void aFieldIsLookedAtWhenItIsLeft() {
        var page = administrator();
        page.get("/customers/new");
        assertThat(page.post("/check/customer.create", "field", "email", "value", "niemand")
                        .body())
                .isNotEmpty();
        assertThat(page.post("/check/customer.create", "field", "email", "value", "jemand@example.org")
                        .body())
                .isEmpty();
        assertThat(page.post("/check/customer.nothing", "field", "email", "value", "")
                        .status())
                .isEqualTo(404);
    }
}
