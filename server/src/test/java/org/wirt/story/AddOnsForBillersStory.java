package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What billing systems say of add-on plans is told again as it was said, or refused.
class AddOnsForBillersStory extends BillersDeedsTest {

    private String name;

    @BeforeEach
    void aName() {
        name = "Zusatz " + Given.unique();
    }

    @Test
    void anAddOnByTheNamesThatWereSaid() {
        done(addNamed(
                "service-plan-addon",
                name,
                "<limits><overuse>notify</overuse>" + limit("disk_space_soft", "90") + limit("expiration", "86400")
                        + "</limits><hosting><property><name>php</name><value>true</value></property></hosting>"
                        + "<performance><bandwidth>7</bandwidth></performance><permissions>"
                        + permission("manage_domain_aliases", "true") + permission("manage_mail_settings", "true")
                        + "</permissions>"));
        var told = biller.ask(by("service-plan-addon", "get", "name", name));
        assertThat(told.at("//limits/overuse")).as(told.text()).isEqualTo("notify");
        assertThat(told.at("//limit[name='disk_space_soft']/value")).isEqualTo("90");
        assertThat(told.at("//limit[name='expiration']/value")).isEqualTo("86400");
        assertThat(told.count("//limit")).isEqualTo(2);
        assertThat(told.at("//vrt_hst/property[name='php']/value")).isEqualTo("true");
        assertThat(told.at("//performance/bandwidth")).isEqualTo("7");
        assertThat(told.at("//permission[name='manage_domain_aliases']/value")).isEqualTo("true");
        assertThat(told.at("//permission[name='manage_mail_settings']/value")).isEqualTo("true");
        assertThat(told.count("//permission")).isEqualTo(2);
        refused("1017", setNamed("service-plan-addon", name, "<mail><webmail>none</webmail></mail>"));

        var reseller = given.reseller("Netzwirt Zusatz");
        var his = "Sein " + Given.unique();
        done(addNamed("service-plan-addon", his, "<owner-id>" + reseller.id() + "</owner-id>"));
        assertThat(biller.ask("<service-plan-addon><get><filter/><owner-all/></get></service-plan-addon>")
                        .at("//result[name='" + his + "']/owner-id"))
                .isEqualTo(Long.toString(reseller.id()));
        assertThat(biller.ask("<service-plan-addon><get><filter/></get></service-plan-addon>")
                        .count("//result[name='" + his + "']"))
                .isZero();
    }

    @Test
    void anAddOnIsFoundByTheNameThatItHas() {
        done(addNamed("service-plan-addon", name + " a", ""));
        refused("1007", addNamed("service-plan-addon", name + " A", ""));
        done(addNamed("service-plan-addon", name + " b", ""));
        refused("1007", setNamed("service-plan-addon", name + " b", "<name>" + name + " A</name>"));
        refused("1019", addNamed("service-plan-addon", "", ""));
        refused("1019", addNamed("service-plan-addon", "x".repeat(101), ""));
        // As they were made before names were compared so.
        given.database.execute(
                "update wirt.kept_object set name = ? where kind = 'service-plan-addon' and name = ?",
                name + " A",
                name + " b");
        done(by("service-plan-addon", "del", "name", name + " A"));
        assertThat(biller.ask(by("service-plan-addon", "get", "name", name + " A"))
                        .at("//result/name"))
                .isEqualTo(name + " a");
    }

    @Test
    void aResellersAddOnIsWithinWhatHeHolds() {
        var reseller = given.reseller("Netzwirt Zusatz");
        given.database.execute(
                "update wirt.reseller set limits = '{\"max_box\":7}', permissions = '{\"remote_api\":true,\"panel_access\":true}' "
                        + "where account_id = ?",
                reseller.id());
        var own = new Biller(address(), reseller.username(), Given.PASSWORD);
        var right = "<permissions>" + permission("manage_dns", "true") + "</permissions>";
        assertThat(own.ask(addNamed("service-plan-addon", name, right)).at("//errcode"))
                .isEqualTo("1019");
        refused("1019", addNamed("service-plan-addon", name, "<owner-id>" + reseller.id() + "</owner-id>" + right));
        var more = "<limits>%s</limits>";
        assertThat(own.ask(addNamed("service-plan-addon", name, more.formatted(limit("max_box", "8"))))
                        .at("//errcode"))
                .isEqualTo("1019");
        assertThat(own.ask(addNamed("service-plan-addon", name, more.formatted(limit("max_box", "3"))))
                        .at("//status"))
                .isEqualTo("ok");
        assertThat(own.ask(setNamed("service-plan-addon", name, right)).at("//errcode"))
                .isEqualTo("1019");
        done(addNamed("service-plan-addon", name + " frei", right));
    }
}
