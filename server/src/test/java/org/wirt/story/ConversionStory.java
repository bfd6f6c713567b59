package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What an account holds after it became a reseller, or a customer again, or changed its plan.
class ConversionStory extends ContractTest {

    /// Scene 4 and the example of 7.1.
    @Test
    void aConvertedCustomerHoldsTheWholeOfHisSubscriptions() {
        var provider = given.reseller("Nordlicht");
        var customer = given.customer("Agentur Kern", provider);
        var a = given.subscription(customer);
        var b = given.subscription(customer);
        long followed = plan(
                provider, "{\"disk_space\":" + 10 * GB + ",\"max_site\":5,\"max_box\":20,\"mbox_quota\":" + GB + "}");
        given.database.execute(
                "update wirt.subscription set plan_id = ?, sync = 'SYNCED', expires_at = now() + interval '30 days' where id = ?",
                followed,
                a.id());
        limits(b, "{\"disk_space\":" + 50 * GB + ",\"max_box\":10,\"mbox_quota\":" + 2 * GB + "}");
        given.database.execute(
                "update wirt.subscription set permissions = '{\"manage_sh_access\":true,\"panel_access\":true}' where id = ?",
                b.id());

        var job = run("customer.convert", customer.id());

        assertThat(limit("reseller", customer.id(), "disk_space")).isEqualTo(60 * GB);
        assertThat(limit("reseller", customer.id(), "max_site")).isEqualTo(-1);
        assertThat(limit("reseller", customer.id(), "max_box")).isEqualTo(30);
        assertThat(limit("reseller", customer.id(), "mbox_quota")).isEqualTo(2 * GB);
        assertThat(given.text(
                        "select (permissions->>'manage_sh_access') || ' ' || (expires_at is null) || ' ' || oversell "
                                + "from wirt.reseller where account_id = ?",
                        customer.id()))
                .isEqualTo("true true false");
        assertThat(given.text(
                        "select kind || ' ' || provider_id || ' ' || reseller_id from wirt.account where id = ?",
                        customer.id()))
                .isEqualTo("RESELLER 1 " + customer.id());
        assertThat(signedIn(customer.username()).get("/customers").status()).isEqualTo(200);

        given.database.execute("update wirt.plan set limits = '{\"disk_space\":1}' where id = ?", followed);
        assertThat(limit("subscription", a.id(), "disk_space")).isEqualTo(10 * GB);

        undo(job);
        assertThat(given.text("select kind || ' ' || provider_id from wirt.account where id = ?", customer.id()))
                .isEqualTo("CUSTOMER " + provider.id());
        assertThat(limit("subscription", a.id(), "disk_space"))
                .as("he follows the plan again")
                .isEqualTo(1);
    }

    /// Domain 7.1: a reseller plan that is too small has three ways, and each can be taken back.
    @Test
    void aResellerPlanThatIsTooSmallHasThreeWaysOut() {
        var customer = given.customer("Agentur Gross");
        var subscription = given.subscription(customer);
        limits(subscription, disk(30));
        used(subscription, 4);
        var plan = String.valueOf(resellerPlan(disk(20)));
        var choice = "plan." + customer.id();
        var way = "way." + customer.id();
        assertThat(codeOf(() -> run("customer.convert", customer.id(), choice, plan)))
                .isEqualTo("convert.does-not-fit");

        var raised = run("customer.convert", customer.id(), choice, plan, way, "raise");
        assertThat(limit("reseller", customer.id(), "disk_space")).isEqualTo(30 * GB);
        given.database.execute(
                "update wirt.plan set limits = cast(? as jsonb) where id = ?", disk(25), Long.parseLong(plan));
        assertThat(limit("reseller", customer.id(), "disk_space"))
                .as("he is locked against his plan")
                .isEqualTo(30 * GB);
        undo(raised);
        assertThat(given.text("select kind from wirt.account where id = ?", customer.id()))
                .isEqualTo("CUSTOMER");

        var cut = run("customer.convert", customer.id(), choice, plan, way, "cut");
        assertThat(limit("reseller", customer.id(), "disk_space")).isEqualTo(25 * GB);
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(25 * GB);
        given.database.execute(
                "update wirt.plan set limits = cast(? as jsonb) where id = ?", disk(26), Long.parseLong(plan));
        assertThat(limit("reseller", customer.id(), "disk_space"))
                .as("he follows his plan")
                .isEqualTo(26 * GB);
        undo(cut);
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(30 * GB);
    }

    @Test
    void theWaysOutOfAResellerPlanStandInTheRow() {
        var customer = given.customer("Agentur Weit");
        limits(given.subscription(customer), disk(30));
        var other = given.customer("Agentur Passend");
        limits(given.subscription(other), disk(10));
        var plan = resellerPlan(disk(20));
        var one = "/bulk/customer.convert?id=" + customer.id();
        var chosen = "&plan." + customer.id() + "=" + plan;
        var browser = administrator();
        assertThat(browser.get(one).words()).doesNotContain("Die Abonnements kürzen");
        assertThat(browser.get(one + chosen).words())
                .contains("Speicherplatz: benötigt 30\u00a0GB, das Reseller-Paket bietet 20\u00a0GB.")
                .contains("Diesen Kunden auslassen", "Diesen Reseller anheben", "Die Abonnements kürzen");
        assertThat(browser.get(one + chosen + "&lang=en").status()).isEqualTo(200);
        assertThat(browser.get(one + chosen + "&way." + customer.id() + "=RAISE")
                        .words())
                .contains("Der Reseller wird angehoben: Speicherplatz von 20");
        browser.get(one);
        var refused = browser.post(
                "/bulk/customer.convert",
                "id",
                String.valueOf(customer.id()),
                "plan." + customer.id(),
                String.valueOf(plan));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words())
                .contains(
                        "Speicherplatz: benötigt 30\u00a0GB, das Reseller-Paket bietet 20\u00a0GB.",
                        "Diesen Reseller anheben");
        var both = browser.get(one + "&id=" + other.id() + chosen + "&plan." + other.id() + "=" + plan + "&way."
                + customer.id() + "=CUT");
        assertThat(both.words()).contains("wird gekürzt: von 30\u00a0GB auf 20\u00a0GB");
    }

    /// Domain 7.1: what a Custom reseller may have is chosen in his line.
    @Test
    void howManyCustomersHeMayHaveIsAsked() {
        var customer = given.customer("Agentur Eigen");
        given.subscription(customer);
        var admin = administrator();
        var page = "/customers/" + customer.id();
        var field = "customers." + customer.id();
        assertThat(admin.get("/bulk/customer.convert?id=" + customer.id()).body())
                .contains("name=\"" + field + "\"", "Kunden für „Agentur Eigen“");

        var refused = admin.deed("customer.convert", customer.id(), field, "-3");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Diese Zahl darf nicht kleiner als 0 sein");

        var done = admin.deed("customer.convert", customer.id(), field, "1.000", "return", page);
        assertThat(limit("reseller", customer.id(), "max_cl")).isEqualTo(1000);
        assertThat(done.path()).as("he has a page of his new kind").endsWith("/resellers/" + customer.id());
    }

    @Test
    void thePageOfACustomerIsComeBackTo() {
        var customer = given.customer("Agentur Weg");
        var page = "/customers/" + customer.id();
        var body = administrator().get(page).body();
        assertThat(body)
                .contains("/bulk/customer.move?id=" + customer.id() + "&amp;return=" + page)
                .contains("/bulk/customer.convert?id=" + customer.id() + "&amp;return=" + page);
    }

    /// Domain 7.2: the refusal names them and says where to move them.
    @Test
    void whoOwnsCustomersIsToldWhereToMoveThem() {
        var reseller = given.reseller("Westwind");
        var customer = given.customer("Gasthof Ahorn", reseller);
        var admin = administrator();

        var refused = admin.get("/bulk/reseller.convert?id=" + reseller.id());
        assertThat(refused.words()).contains("Gasthof Ahorn", "Verschieben zu");
        var way = "/bulk/customer.move?all=true&where.provider=" + reseller.id();
        assertThat(refused.body().replace("&amp;", "&")).contains(way);
        assertThat(admin.get(way).words()).contains("Gasthof Ahorn");
        assertThat(admin.get("/resellers/" + reseller.id()).body())
                .doesNotContain("/bulk/reseller.convert?id=" + reseller.id())
                .contains("Der Reseller hat noch einen Kunden", "Verschieben Sie ihn zuerst");

        run("customer.move", customer.id(), "target", "1");
        assertThat(admin.get("/resellers/" + reseller.id()).body())
                .contains("/bulk/reseller.convert?id=" + reseller.id());
    }

    /// The example of 7.2.
    @Test
    void aResellerWhoBecomesACustomerSharesWhatWasUnlimited() {
        var reseller = given.reseller("Südwind");
        holds(reseller, disk(100), false);
        var one = given.subscription(reseller);
        var two = given.subscription(reseller);
        var three = given.subscription(reseller);
        limits(one, disk(30));
        used(two, 10);
        used(three, 20);
        long own = plan(reseller, "{}");
        var customer = given.customer("Gasthof Linde", reseller);

        assertThat(codeOf(() -> run("reseller.convert", reseller.id()))).isEqualTo("reseller-has-customers");

        run("customer.move", customer.id(), "target", "1");
        var job = run("reseller.convert", reseller.id());
        assertThat(limit("subscription", one.id(), "disk_space")).isEqualTo(30 * GB);
        assertThat(limit("subscription", two.id(), "disk_space")).isEqualTo(30 * GB);
        assertThat(limit("subscription", three.id(), "disk_space")).isEqualTo(40 * GB);
        assertThat(given.number("select count(*) from wirt.plan where id = ?", own))
                .isZero();

        undo(job);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(100 * GB);
        assertThat(given.number("select count(*) from wirt.plan where id = ?", own))
                .isEqualTo(1);
    }

    @Test
    void aResellerHoldsWhatHisPlanSaysAndAsBeforeWhenTakenBack() {
        var reseller = given.reseller("Paketwechsler");
        holds(reseller, "{\"disk_space\": 5}", false);
        long plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions, overuse, oversell) values "
                        + "('RESELLER', 1, 1, ?, '{\"disk_space\": 7}', '{\"create_clients\": true}', 'ALLOWED', true) returning id",
                Given.unique());
        var job = run("reseller.plan", reseller.id(), "plan", String.valueOf(plan));
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(7);
        assertThat(given.number("select plan_id from wirt.reseller where account_id = ?", reseller.id()))
                .isEqualTo(plan);
        undo(job);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(5);
        assertThat(given.number(
                        "select count(*) from wirt.reseller where account_id = ? and plan_id is null and not oversell",
                        reseller.id()))
                .isEqualTo(1);
        var hosting = given.number("select min(id) from wirt.plan where kind = 'HOSTING'");
        assertThat(codeOf(() -> run("reseller.plan", reseller.id(), "plan", String.valueOf(hosting))))
                .isEqualTo("plan-of-other-provider");
    }

    @Test
    void aResellerWhoseCustomerLiesInTheRecycleBinReadsThat() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof Reiter", reseller);
        var browser = administrator();
        browser.deed("customer.remove", customer.id());
        var asked = browser.get("/bulk/reseller.convert?id=" + reseller.id());
        assertThat(asked.words()).contains("Im Papierkorb liegt noch ein Kunde des Resellers: Gasthof Reiter");
        assertThat(asked.body()).contains("href=\"/recycle-bin\"");
    }
}
