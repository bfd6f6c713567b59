package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.Test;

/// Billing systems are told the rights that hold, and none is given that cannot.
class RightsForBillersStory extends BillersDeedsTest {

    @Test
    void noRightIsGivenThatTheResellerDoesNotHold() {
        var reseller = given.reseller("Netzwirt Ohne");
        given.database.execute(
                "update wirt.reseller set permissions = '{\"remote_api\":true,\"panel_access\":true,\"create_subscriptions\":true,"
                        + "\"manage_log\":true}' where account_id = ?",
                reseller.id());
        var own = new Biller(address(), reseller.username(), Given.PASSWORD);
        var customer = given.customer("Gasthof Ohne", reseller);
        var said = "<permissions>" + permission("manage_dns", "%1$s") + permission("manage_log", "true")
                + permission("cp_access", "true") + permission("select_db_server", "true") + "</permissions>";
        for (var who : new Biller[] {own, biller})
            assertThat(who.ask(webspace(Given.unique() + ".example", customer.id(), said.formatted("true")))
                            .at("//errcode"))
                    .isEqualTo("1019");
        var id = done(webspace(Given.unique() + ".example", customer.id(), said.formatted("false")));
        refused("1019", set("webspace", id, "<values>" + said.formatted("true") + "</values>"));

        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"manage_dns\":true}' where id = ?", id);
        var told = told("webspace", id, "<dataset><permissions/></dataset>");
        assertThat(told.at("//permission[name='manage_dns']/value"))
                .as("what he held before is off with his")
                .isEqualTo("false");
        for (var name : new String[] {"manage_log", "cp_access", "select_db_server"})
            assertThat(told.at("//permission[name='" + name + "']/value"))
                    .as(name)
                    .isEqualTo("true");
    }

    @Test
    void whatAPlanOfTheAdministratorGivesBeyondAResellerIsOff() {
        var plan = "Viel " + Given.unique();
        done("<service-plan><add><name>" + plan + "</name><permissions>" + permission("manage_dns", "true")
                + permission("remote_access_interface", "true") + "</permissions></add></service-plan>");
        var his = done(reseller(login, ""));
        var id = done(webspace(Given.unique() + ".example", his, "<plan-name>" + plan + "</plan-name>"));
        var told = told("webspace", id, "<dataset><permissions/></dataset>");
        assertThat(told.at("//permission[name='manage_dns']/value")).isEqualTo("true");
        assertThat(told.at("//permission[name='remote_access_interface']/value"))
                .isEqualTo("false");
    }

    @Test
    void everyRightThatIsTakenIsTold() {
        var names = new String[] {"remote_access_interface", "cp_access", "manage_db_users", "override_web_policy"};
        var said = new StringBuilder();
        for (var name : names) said.append(permission(name, "true"));
        var rights = "<permissions>" + said + "</permissions>";
        var id = done(webspace(Given.unique() + ".example", made(login, ""), rights));
        var plan =
                done("<service-plan><add><name>Alles " + Given.unique() + "</name>" + rights + "</add></service-plan>");
        for (var told : new Biller.Answer[] {
            told("webspace", id, "<dataset><permissions/></dataset>"), told("service-plan", plan, "")
        })
            for (var name : names) {
                assertThat(told.at("//permission[name='" + name + "']/value"))
                        .as(name)
                        .isEqualTo("true");
                assertThat(told.count("//permission[name='" + name + "']")).isEqualTo(1);
            }
        assertThat(told("reseller", done(reseller("r" + login, "")), "<dataset><permissions/></dataset>")
                        .count("//permission[name='cp_access']"))
                .isEqualTo(1);
    }

    @Test
    void aDescriptorNamesAllThatCanBeSaidAndWhatHoldsBefore() {
        var id = done(webspace(Given.unique() + ".example", made(login, ""), ""));
        var limits = biller.ask(by("webspace", "get-limit-descriptor", "id", id));
        assertThat(limits.at("//property[name='expiration']/type"))
                .as(limits.text())
                .isEqualTo("date");
        var rights = biller.ask(by("webspace", "get-permission-descriptor", "id", id));
        assertThat(rights.at("//property[name='create_domains']/default-value")).isEqualTo("true");
        assertThat(rights.at("//property[name='manage_dns']/default-value")).isEqualTo("false");
        assertThat(rights.count("//property[name='remote_access_interface']")).isEqualTo(1);
        var hosting = biller.ask(by("webspace", "get-physical-hosting-descriptor", "id", id));
        assertThat(hosting.at("//property[name='php']/default-value")).isEqualTo("true");
        assertThat(hosting.at("//property[name='cgi']/default-value")).isEqualTo("false");
    }
}
