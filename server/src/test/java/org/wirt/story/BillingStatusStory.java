package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What billing systems say of whether something is active and until when, also on behalf of somebody else, and what
/// the servers make of it.
class BillingStatusStory extends BillingTest {

    @Test
    void whenACustomerIsSuspendedHisSubscriptionsAreDark() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        biller.ask(webspace(host, owner, ""));
        var set = "<customer><set><filter><login>" + login
                + "</login></filter><values><gen_info><status>%d</status></gen_info></values></set></customer>";
        assertThat(biller.ask(set.formatted(16)).at("//result/status")).isEqualTo("ok");
        assertThat(live(host)).isZero();
        assertThat(biller.ask(set.formatted(64)).at("//result/errcode")).isEqualTo("1025");
        assertThat(biller.ask(set.formatted(0)).at("//result/status")).isEqualTo("ok");
        assertThat(biller.ask(set.formatted(1)).at("//result/status"))
                .as("as some clients say it")
                .isEqualTo("ok");
        assertThat(live(host)).isZero();
        assertThat(biller.ask(set.formatted(0)).at("//result/status")).isEqualTo("ok");
        assertThat(live(host)).isEqualTo(1);
        assertThat(given.text(
                        "select distinct door from wirt.audit where verb = 'customer.suspend' and object_id = ?",
                        owner))
                .isEqualTo("XML");
    }

    @Test
    void aSubscriptionEndsWhenItIsSaid() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var limit = "<limits><limit><name>expiration</name><value>%d</value></limit></limits>";
        long later = 4_102_444_800L;
        var id = biller.ask(webspace(host, owner, limit.formatted(later))).number("//result/id");
        assertThat(expiration(id)).isEqualTo(Long.toString(later));
        var set = "<webspace><set><filter><id>" + id + "</id></filter><values>%s</values></set></webspace>";
        assertThat(biller.ask(set.formatted(limit.formatted(1_000_000_000L))).at("//errcode"))
                .as("past")
                .isEqualTo("1019");
        assertThat(expiration(id)).isEqualTo(Long.toString(later));
        assertThat(biller.ask(set.formatted(limit.formatted(-1L))).at("//result/status"))
                .isEqualTo("ok");
        assertThat(expiration(id)).isEqualTo("-1");

        var ended = "<gen_setup><status>256</status></gen_setup>";
        assertThat(biller.ask(set.formatted(ended)).at("//errcode"))
                .as("without a date")
                .isEqualTo("1025");
        assertThat(biller.ask(set.formatted(ended + limit.formatted(1_000_000_000L)))
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask("<webspace><get><filter><id>" + id
                                + "</id></filter><dataset><gen_info/></dataset></get></webspace>")
                        .at("//gen_info/status"))
                .isEqualTo("256");
        assertThat(live(host)).isZero();

        var plan = "Frist " + Given.unique();
        biller.ask("<service-plan><add><name>" + plan + "</name>" + limit.formatted(30 * 86_400L)
                + "</add></service-plan>");
        assertThat(biller.ask("<service-plan><get><filter><name>" + plan + "</name></filter></get></service-plan>")
                        .at("//limit[name='expiration']/value"))
                .isEqualTo("2592000");
    }

    private String expiration(long webspace) {
        return biller.ask("<webspace><get><filter><id>" + webspace
                        + "</id></filter><dataset><limits/></dataset></get></webspace>")
                .at("//limit[name='expiration']/value");
    }

    @Test
    void whatTheAdministratorSuspendsAsTheResellerTheResellerLifts() {
        var reseller = given.reseller("Netzwirt");
        given.permit(reseller, "remote_api", "create_clients");
        var customer = given.customer("Gasthof Ochsen", reseller);
        var subscription = given.subscription(customer);
        var host = subscription.name();
        var filter = "<filter><login>" + customer.username() + "</login></filter>";
        var set = "<customer><set>" + filter
                + "<values><gen_info><status>%d</status></gen_info></values></set></customer>";
        var get = "<customer><get>" + filter + "<dataset><gen_info/></dataset></get></customer>";
        assertThat(biller.ask(set.formatted(32)).at("//result/status")).isEqualTo("ok");
        assertThat(biller.ask(get).at("//gen_info/status")).isEqualTo("32");
        assertThat(live(host)).isZero();
        assertThat(given.text(
                        "select acting_as from wirt.audit where verb = 'customer.suspend' and object_id = ?",
                        customer.id()))
                .isEqualTo(reseller.username());
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        assertThat(his.ask(set.formatted(0)).at("//result/status")).isEqualTo("ok");
        assertThat(live(host)).isOne();

        assertThat(biller.ask(status("webspace", host, 16)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask(status("webspace", host, 32)).at("//result/status"))
                .isEqualTo("ok");
        his.ask(status("webspace", host, 0));
        assertThat(live(host)).as("the administrator's stays").isZero();

        assertThat(biller.ask(status("webspace", host, 64)).at("//result/status"))
                .as("no customer switches his subscription off")
                .isEqualTo("ok");

        var directly = made(login, "");
        assertThat(biller.ask(
                                "<customer><set><filter><id>" + directly
                                        + "</id></filter><values><gen_info><status>32</status></gen_info></values></set></customer>")
                        .at("//errcode"))
                .as("where there is no reseller")
                .isEqualTo("1025");
    }

    @Test
    void aWebsiteThatItsOwnerTookOffIsHisToBringBack() {
        var customer = given.customer("Gasthof Rose");
        var host = given.subscription(customer).name();
        isSet("site", host, 64);
        assertThat(given.number("select reasons from wirt.site where host = ?", host))
                .isEqualTo(8);
        isSet("site", host, 0);
        assertThat(given.number("select reasons from wirt.site where host = ?", host))
                .isZero();
    }

    private void isSet(String operator, String host, int bits) {
        var answer = biller.ask(status(operator, host, bits));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    @Test
    void whatIsDisabledIsToldApartFromWhatItsCustomerHasSuspended() {
        var customer = given.customer("Gasthof Linde");
        var subscription = given.subscription(customer);
        var main = subscription.name();
        var other = "laden." + main;
        biller.ask("<site><add><gen_setup><name>" + other + "</name><webspace-id>" + subscription.id()
                + "</webspace-id><status>8</status></gen_setup><hosting><vrt_hst/></hosting></add></site>");
        assertThat(siteStatus(other)).as("made so").isEqualTo("8");
        for (var host : new String[] {main, other}) {
            isSet("site", host, 0);
            isSet("site", host, 64);
            assertThat(siteStatus(host)).isEqualTo("64");
            assertThat(disabled(host)).isZero();
            isSet("site", host, 8);
            assertThat(siteStatus(host)).isEqualTo("72");
            assertThat(disabled(host)).isOne();
            isSet("site", host, 0);
            assertThat(siteStatus(host)).isEqualTo("0");
            assertThat(disabled(host)).isZero();
            isSet("site", host, 8);
            assertThat(siteStatus(host)).isEqualTo("8");
        }
    }

    private String siteStatus(String host) {
        return biller.ask("<site><get><filter><name>" + host
                        + "</name></filter><dataset><gen_info/></dataset></get></site>")
                .at("//gen_info/status");
    }

    private long disabled(String host) {
        return given.number("select count(*) from wirt.site where host = ? and disabled", host);
    }

    @Test
    void aStatusThatThereIsNotHasOneNumber() {
        var customer = given.customer("Gasthof Zahl");
        var host = given.subscription(customer).name();
        for (int bits : new int[] {7, 12, 1000, -1}) {
            for (var operator : new String[] {"webspace", "site"})
                assertThat(biller.ask(status(operator, host, bits)).at("//errcode"))
                        .as(operator + bits)
                        .isEqualTo("1025");
            assertThat(biller.ask("<customer><set><filter><id>" + customer.id()
                                    + "</id></filter><values><gen_info><status>" + bits
                                    + "</status></gen_info></values></set></customer>")
                            .at("//errcode"))
                    .isEqualTo("1025");
        }
    }
}
