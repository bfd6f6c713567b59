package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a customer says by packets of his own domains, as far as his contract lets him.
class CustomersOwnPacketsStory extends BillersDeedsTest {

    private Given.Subscription webspace;
    private Biller his;

    @BeforeEach
    void aCustomerWithAProgram() {
        var customer = given.customer("Gasthof Selbst");
        webspace = given.subscription(customer);
        permit("{\"remote_api\":true,\"create_domains\":true}");
        his = new Biller(address(), customer.username(), Given.PASSWORD);
    }

    private void permit(String permissions) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || cast(? as jsonb) where id = ?",
                permissions,
                webspace.id());
    }

    private String add(String name, String hosting) {
        return "<site><add><gen_setup><name>" + name + "</name><webspace-id>" + webspace.id()
                + "</webspace-id></gen_setup>" + hosting + "</add></site>";
    }

    @Test
    void aDomainWithoutHostingIsMadeByWhoeverMayCreateDomains() {
        var name = Given.unique() + ".example";
        var answer = his.ask(add(name, ""));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        var get = "<site><get><filter><name>" + name
                + "</name></filter><dataset><gen_info/><hosting/></dataset></get></site>";
        assertThat(his.ask(get).at("//gen_info/htype")).isEqualTo("none");
        assertThat(his.ask(get).count("//hosting/vrt_hst")).isZero();
        assertThat(given.number("select count(*) from wirt.site where host = ? and disabled", name))
                .isEqualTo(1);
        assertThat(his.ask("<site><set><filter><name>" + name
                                + "</name></filter><values><hosting><vrt_hst/></hosting></values></set></site>")
                        .at("//errcode"))
                .as("what is unknown to the world his provider makes known")
                .isEqualTo("1006");
        done("<site><set><filter><name>" + name
                + "</name></filter><values><hosting><vrt_hst/></hosting></values></set></site>");
        assertThat(given.number("select count(*) from wirt.site where host = ? and disabled", name))
                .isZero();

        permit("{\"create_domains\":false}");
        for (var hosting : new String[] {"", "<hosting><vrt_hst/></hosting>"})
            assertThat(his.ask(add(Given.unique() + ".example", hosting)).at("//errcode"))
                    .isEqualTo("1006");
    }

    @Test
    void whatSomebodyAboveHasSuspendedIsNotHisToActivate() {
        done(status("site", webspace.name(), 16));
        assertThat(his.ask(status("site", webspace.name(), 0)).at("//errcode")).isEqualTo("1006");
        assertThat(given.number("select reasons from wirt.site where id = ?", webspace.id()))
                .isEqualTo(16);
        done(status("site", webspace.name(), 0));
        assertThat(his.ask(status("site", webspace.name(), 8)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(his.ask(status("site", webspace.name(), 0)).at("//result/status"))
                .isEqualTo("ok");
    }

    @Test
    void aNewDomainsSubscriptionIsNamedOnce() {
        var other = given.subscription(given.customer("Gasthof Anders"));
        for (var more : new String[] {
            "<webspace-name>" + other.name() + "</webspace-name>",
            "<webspace-id>" + webspace.id() + "</webspace-id>",
            "<parent-site-id>" + webspace.id() + "</parent-site-id><parent-site-name>" + webspace.name()
                    + "</parent-site-name>"
        }) refused("1014", add(Given.unique() + ".example", "").replace("</gen_setup>", more + "</gen_setup>"));
    }
}
