package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What billing systems say of limits, rights and terms holds as it was said, from the first and for everybody, or is
/// refused.
class TermsForBillersStory extends BillersDeedsTest {

    @Test
    void whoIsTakenEveryRightHasNoneLeft() {
        var plan = "Fern " + Given.unique();
        var id = done("<service-plan><add><name>" + plan + "</name><limits>" + limit("ext_limit_z", 5)
                + "</limits><permissions>" + permission("remote_access_interface", "true")
                + permission("ext_permission_k", "true") + "</permissions></add></service-plan>");
        var customer = made(login, "");
        done(webspace(Given.unique() + ".example", customer, "<plan-name>" + plan + "</plan-name>"));
        var his = new Biller(address(), login, "kurz5");
        assertThat(his.ask("<webspace><get><filter/><dataset/></get></webspace>")
                        .at("//result/status"))
                .isEqualTo("ok");

        done(set(
                "service-plan",
                id,
                "<limits><all-to-zero/></limits><permissions>" + permission("manage_dns", "true")
                        + "<revoke-all/></permissions>"));
        var told = told("service-plan", id, "");
        assertThat(told.at("//permission[name='ext_permission_k']/value"))
                .as(told.text())
                .isEqualTo("false");
        assertThat(told.at("//permission[name='manage_dns']/value"))
                .as("said beside it")
                .isEqualTo("true");
        assertThat(told.at("//limit[name='ext_limit_z']/value")).isEqualTo("0");
        assertThat(told.count("//limit[value!='0' and name!='expiration']")).isZero();
        assertThat(his.ask("<webspace><get><filter/><dataset/></get></webspace>")
                        .at("//errcode"))
                .as("not even the panel is open to him")
                .isEqualTo("1011");
    }

    @Test
    void aResellerAndHisPlanToo() {
        var kept = "<permissions>" + permission("ext_permission_x", "true")
                + permission("manage_phosting_python", "true") + permission("create_domains", "true")
                + "</permissions>";
        var zero = "<limits><all-to-zero/></limits><permissions><revoke-all/>" + permission("create_domains", "true")
                + "</permissions>";
        var plan = "Netz " + Given.unique();
        var ofPlan = done("<reseller-plan><add><name>" + plan + "</name><limits>" + limit("ext_limit_z", 5)
                + "</limits>" + kept + "</add></reseller-plan>");
        var his = done(reseller(login, "<plan-name>" + plan + "</plan-name>"));
        done(set("reseller", his, "<values>" + zero + "</values>"));
        done(set("reseller-plan", ofPlan, zero));
        for (var told : new Biller.Answer[] {
            told("reseller", his, "<dataset><limits/><permissions/></dataset>"),
            told("reseller-plan", ofPlan, "<limits/><permissions/>")
        }) {
            assertThat(told.count("//permission[value='true']")).as(told.text()).isEqualTo(1);
            assertThat(told.at("//permission[name='create_domains']/value")).isEqualTo("true");
            assertThat(told.at("//permission[name='ext_permission_x']/value")).isEqualTo("false");
            assertThat(told.at("//limit[name='ext_limit_z']/value")).isEqualTo("0");
        }
    }

    @Test
    void aNewSubscriptionHasNoRightThatItsPlanGivesWhereThatIsSaid() {
        var plan = "Fern " + Given.unique();
        done("<service-plan><add><name>" + plan + "</name><permissions>"
                + permission("remote_access_interface", "true") + permission("ext_permission_k", "true")
                + "</permissions></add></service-plan>");
        var id = done(webspace(
                Given.unique() + ".example",
                made(login, ""),
                "<permissions><revoke-all/></permissions><plan-name>" + plan + "</plan-name>"));
        var told = told("webspace", id, "<dataset><permissions/><subscriptions/></dataset>");
        assertThat(told.count("//permission[value='true']")).as(told.text()).isZero();
        assertThat(told.at("//subscription/locked")).isEqualTo("true");
        assertThat(new Biller(address(), login, "kurz5")
                        .ask("<webspace><get><filter/><dataset/></get></webspace>")
                        .at("//errcode"))
                .isEqualTo("1011");
    }

    @Test
    void whatOnlyOthersHaveIsRefused() {
        var host = Given.unique() + ".example";
        var customer = made(login, "");
        for (var name : new String[] {"max_dom", "max_cl"})
            refused("1019", webspace(host, customer, "<limits>" + limit("max_site", 5) + limit(name, 1) + "</limits>"));
        var id = done(webspace(host, customer, "<limits>" + limit("max_site", 5) + "</limits>"));
        for (var name : new String[] {"max_dom", "max_cl"})
            refused("1019", set("webspace", id, "<values><limits>" + limit(name, 2) + "</limits></values>"));
        done(set(
                "webspace",
                id,
                "<values><permissions>" + permission("create_clients", "true") + permission("allow_oversell", "true")
                        + permission("manage_dns", "false") + "</permissions></values>"));
        var rights = told("webspace", id, "<dataset><permissions/></dataset>");
        assertThat(rights.count("//permission[name='create_clients' or name='allow_oversell']"))
                .as("what some clients say of everybody means nothing here, and is not told")
                .isZero();
        assertThat(rights.at("//permission[name='manage_dns']/value")).isEqualTo("false");
        assertThat(told("webspace", id, "<dataset><limits/></dataset>").at("//limit[name='max_site']/value"))
                .isEqualTo("5");

        refused("1019", reseller("r" + login, "<limits>" + limit("max_site", 3) + "</limits>"));
        var his = done(reseller("r" + login, "<limits>" + limit("max_dom", 20) + "</limits>"));
        refused("1019", set("reseller", his, "<values><limits>" + limit("max_site", 3) + "</limits></values>"));
        assertThat(told("reseller", his, "<dataset><limits/></dataset>").at("//limit[name='max_dom']/value"))
                .isEqualTo("20");
    }

    @Test
    void aResellersPlanSaysHowLongHeLasts() {
        var plan = "Zehn Tage " + Given.unique();
        done("<reseller-plan><add><name>" + plan + "</name><limits>" + limit("expiration", 864_000)
                + "</limits></add></reseller-plan>");
        var his = done(reseller(login, "<plan-name>" + plan + "</plan-name>"));
        assertThat(ends(his)).isBetween(inDays(10) - 600, inDays(10) + 600);

        done(set(
                "reseller",
                his,
                "<values><limits>" + limit("expiration", -1) + limit("max_cl", 3) + "</limits></values>"));
        assertThat(ends(his)).isEqualTo(-1);
        done(by("reseller", "sync-subscription", "id", his));
        assertThat(ends(his)).as("bound anew").isBetween(inDays(10) - 600, inDays(10) + 600);

        var other = done(reseller(
                "s" + login,
                "<limits>" + limit("expiration", inDays(3)) + "</limits><plan-name>" + plan + "</plan-name>"));
        assertThat(ends(other)).as("said of himself").isEqualTo(inDays(3));
    }

    private long ends(long reseller) {
        return told("reseller", reseller, "<dataset><limits/></dataset>").number("//limit[name='expiration']/value");
    }

    private static long inDays(long days) {
        return Instant.now().getEpochSecond() / 60 * 60 + days * 86_400;
    }

    @Test
    void thereMustBeRoomForWhatIsSaidAndForNothingElse() {
        var reseller = given.reseller("Netzwirt Eng");
        given.database.execute(
                "update wirt.reseller set oversell = false, limits = '{\"disk_space\":3000000}', "
                        + "permissions = '{\"remote_api\":true,\"panel_access\":true,\"create_subscriptions\":true}' where account_id = ?",
                reseller.id());
        var own = new Biller(address(), reseller.username(), Given.PASSWORD);
        var disk = "<limits>" + limit("disk_space", 1_000_000) + "</limits>";
        var host = Given.unique() + ".example";
        var made = own.ask(webspace(host, reseller.id(), disk));
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        assertThat(told("webspace", made.number("//result/id"), "<dataset><limits/></dataset>")
                        .at("//limit[name='disk_space']/value"))
                .isEqualTo("1000000");
        assertThat(biller.ask(webspace(Given.unique() + ".example", reseller.id(), disk))
                        .at("//result/status"))
                .as("the administrator for him")
                .isEqualTo("ok");
        assertThat(own.ask(webspace(
                                Given.unique() + ".example",
                                reseller.id(),
                                "<limits>" + limit("disk_space", 1_000_001) + "</limits>"))
                        .at("//errcode"))
                .isEqualTo("1024");
        assertThat(own.ask(webspace(Given.unique() + ".example", reseller.id(), ""))
                        .at("//errcode"))
                .as("unlimited")
                .isEqualTo("1024");
    }

    @Test
    void whatIsSaidBesideAPlanLocksTheSubscriptionWhereItIsAnother() {
        var plan = "Zehn " + Given.unique();
        done("<service-plan><add><name>" + plan + "</name><limits>" + limit("max_box", 10)
                + "</limits></add></service-plan>");
        var customer = made(login, "");
        var named = "<plan-name>" + plan + "</plan-name>";
        var same = done(webspace(
                Given.unique() + ".example", customer, "<limits>" + limit("max_box", 10) + "</limits>" + named));
        var other = done(webspace(
                Given.unique() + ".example", customer, "<limits>" + limit("max_box", 11) + "</limits>" + named));
        assertThat(told("webspace", same, "<dataset><subscriptions/></dataset>").at("//locked"))
                .isEqualTo("false");
        var locked = told("webspace", other, "<dataset><subscriptions/><limits/></dataset>");
        assertThat(locked.at("//locked")).isEqualTo("true");
        assertThat(locked.at("//limit[name='max_box']/value")).isEqualTo("11");
        assertThat(locked.count("//plan-guid")).isEqualTo(1);
    }

    @Test
    void whoseTermHasNotPassedHasNotExpired() {
        var id = done(webspace(Given.unique() + ".example", made(login, ""), ""));
        var his = done(reseller("r" + login, ""));
        var ends = "<limits>" + limit("expiration", "%d") + "</limits>";
        var webspace = "<values><gen_setup><status>256</status></gen_setup>" + ends + "</values>";
        var reseller = "<values><gen-info><status>256</status></gen-info>" + ends + "</values>";
        refused("1025", set("webspace", id, webspace.formatted(inDays(1))));
        refused("1025", set("reseller", his, reseller.formatted(inDays(1))));
        done(set("webspace", id, webspace.formatted(inDays(-1))));
        done(set("reseller", his, reseller.formatted(inDays(-1))));
        assertThat(told("webspace", id, "<dataset><gen_info/></dataset>").at("//gen_info/status"))
                .isEqualTo("256");
    }

    @Test
    void theOldestPacketsSayItByNodes() {
        var id = done(webspace(Given.unique() + ".example", made(login, ""), ""));
        biller.speaking("1.6.0.2");
        var set = "<domain><set><filter><id>" + id + "</id></filter><values>%s</values></set></domain>";
        var end = inDays(100);
        done(set.formatted("<limits><expiration>" + end + "</expiration><max_db>7</max_db></limits>"));
        done(set.formatted("<permissions><manage_dns>true</manage_dns></permissions>"));
        var told = told("domain", id, "<dataset><limits/><permissions/></dataset>");
        assertThat(told.number("//limit[name='expiration']/value")).isEqualTo(end);
        assertThat(told.at("//limit[name='max_db']/value")).isEqualTo("7");
        assertThat(told.at("//permission[name='manage_dns']/value")).isEqualTo("true");
        refused("1019", set.formatted("<limits><max_bogus>4</max_bogus></limits>"));
        refused("1019", set.formatted("<permissions><bogus>true</bogus></permissions>"));

        var customer = "<client><set><filter><login>" + login
                + "</login></filter><values><gen_info><passwd>anders5</passwd></gen_info>%s</values></set></client>";
        refused("1017", customer.formatted("<limits><max_dom>3</max_dom></limits>"));
        refused("1017", customer.formatted("<permissions><manage_dns>true</manage_dns></permissions>"));
        done(customer.formatted(""));
    }

    @Test
    void whatIsSaidTwiceIsTheSame() {
        var id = done(webspace(Given.unique() + ".example", made(login, ""), ""));
        var set = "<values>%s</values>";
        for (var twice : new String[] {
            "<limits>" + limit("max_box", 1) + limit("max_box", 2) + "</limits>",
            "<limits>" + limit("expiration", inDays(1)) + limit("expiration", inDays(2)) + "</limits>",
            "<permissions>" + permission("manage_dns", "true") + permission("manage_dns", "false") + "</permissions>"
        }) refused("1019", set("webspace", id, set.formatted(twice)));
        done(set("webspace", id, set.formatted("<limits>" + limit("max_box", 2) + limit("max_box", 2) + "</limits>")));
    }

    @Test
    void moreThanTheLimitsWhereThatIsAllowed() {
        var host = Given.unique() + ".example";
        var id = done(webspace(
                host,
                made(login, ""),
                "<limits><overuse>not_suspend</overuse>" + limit("max_db", 0) + limit("max_dom_aliases", 0)
                        + limit("max_subdom", 0) + "</limits>"));
        done("<database><add-db><webspace-id>" + id + "</webspace-id><name>d" + Given.unique()
                + "</name><type>mysql</type></add-db></database>");
        done("<site-alias><create><site-id>" + id + "</site-id><name>" + Given.unique()
                + ".example</name></create></site-alias>");
        var subdomain = "<subdomain><add><parent>" + host + "</parent><name>%s</name></add></subdomain>";
        done(subdomain.formatted("a"));
        done(set("webspace", id, "<values><limits><overuse>notify</overuse></limits></values>"));
        refused("1024", subdomain.formatted("b"));
    }
}
