package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;

/// A billing system sells more on top of a plan: the subscription holds it at once, follows what the add-on says, and
/// loses it with the add-on.
class BoundAddOnsStory extends BillersDeedsTest {

    @Autowired
    private ApiTokens tokens;

    private String plan;
    private String addOn;
    private String host;

    @BeforeEach
    void aSubscriptionOfAPlan() {
        plan = "Paket " + Given.unique();
        addOn = "Zusatz " + Given.unique();
        host = Given.unique() + ".example";
        done(addNamed(
                "service-plan", plan, "<limits>" + limit("max_box", 1) + limit("mbox_quota", 1 << 20) + "</limits>"));
        done(addNamed(
                "service-plan-addon",
                addOn,
                "<limits>" + limit("max_box", 1) + limit("expiration", 86_400) + "</limits><permissions>"
                        + permission("manage_dns", "true") + "</permissions>"));
        done(webspace(host, made(login, ""), "<plan-name>" + plan + "</plan-name>"));
    }

    private static String guid(Biller.Answer told) {
        return told.at("//result/guid");
    }

    private String ofPlan() {
        return guid(biller.ask(by("service-plan", "get", "name", plan)));
    }

    private String ofAddOn(String name) {
        return guid(biller.ask(by("service-plan-addon", "get", "name", name)));
    }

    private String sold(String operation, String guid) {
        return "<webspace><%1$s><filter><name>%2$s</name></filter><plan-guid>%3$s</plan-guid></%1$s></webspace>"
                .formatted(operation, host, guid);
    }

    private Biller.Answer told() {
        return biller.ask("<webspace><get><filter><name>" + host
                + "</name></filter><dataset><limits/><permissions/><subscriptions/></dataset></get></webspace>");
    }

    private String boxes() {
        return told().at("//limit[name='max_box']/value");
    }

    private Biller.Answer mailbox(String name) {
        return biller.ask(
                "<mail><create><filter><site-id>" + told().at("//result/id")
                        + "</site-id><mailname><name>" + name
                        + "</name><mailbox><enabled>true</enabled></mailbox><password><value>geheim5!</value></password></mailname></filter></create></mail>");
    }

    @Test
    void aMailboxMoreCanBeMade() {
        assertThat(mailbox("eins").at("//result/status")).isEqualTo("ok");
        assertThat(mailbox("zwei").at("//errcode")).isEqualTo("1024");
        done(sold("add-subscription", ofAddOn(addOn)));
        assertThat(mailbox("zwei").at("//result/status")).isEqualTo("ok");
        assertThat(mailbox("drei").at("//errcode")).isEqualTo("1024");

        var told = told();
        assertThat(told.at("//limit[name='max_box']/value")).isEqualTo("2");
        assertThat(told.at("//limit[name='mbox_quota']/value")).isEqualTo(Integer.toString(1 << 20));
        assertThat(told.at("//limit[name='expiration']/value"))
                .as("it lasts as long as its plan says")
                .isEqualTo("-1");
        assertThat(told.at("//permission[name='manage_dns']/value")).isEqualTo("true");
        assertThat(told.at("//subscription/locked")).isEqualTo("false");
        assertThat(told.count("//subscription/plan")).isEqualTo(2);
        assertThat(told.at("//subscription/plan[1]/plan-guid")).isEqualTo(ofPlan());
        assertThat(told.at("//subscription/plan[2]/plan-guid")).isEqualTo(ofAddOn(addOn));

        done(sold("remove-subscription", ofAddOn(addOn)));
        assertThat(boxes()).isEqualTo("1");
        assertThat(told().at("//permission[name='manage_dns']/value")).isEqualTo("false");
        assertThat(told().count("//subscription/plan")).isEqualTo(1);
    }

    @Test
    void itFollowsWhatItsPlanAndItsAddOnsSay() {
        var second = "Zweiter " + addOn;
        done(addNamed("service-plan-addon", second, "<limits>" + limit("max_box", 10) + "</limits>"));
        done(sold("add-subscription", ofAddOn(addOn)));
        done(sold("add-subscription", ofAddOn(second)));
        done(sold("add-subscription", ofAddOn(second)));
        assertThat(boxes()).as("each at most once").isEqualTo("12");
        done(setNamed("service-plan-addon", second, "<limits>" + limit("max_box", 20) + "</limits>"));
        assertThat(boxes()).isEqualTo("22");
        done(setNamed("service-plan", plan, "<limits>" + limit("max_box", 100) + "</limits>"));
        assertThat(boxes()).isEqualTo("121");
        done(setNamed("service-plan-addon", second, "<limits>" + limit("max_box", -1) + "</limits>"));
        assertThat(boxes()).isEqualTo("-1");

        refused("1023", by("service-plan-addon", "del", "name", second));
        done(sold("remove-subscription", ofAddOn(second)));
        done(by("service-plan-addon", "del", "name", second));
        assertThat(boxes()).isEqualTo("101");

        var other = "Anderes " + plan;
        done(addNamed("service-plan", other, "<limits>" + limit("max_box", 1000) + "</limits>"));
        done(sold("switch-subscription", guid(biller.ask(by("service-plan", "get", "name", other)))));
        assertThat(boxes()).as("an add-on stays with another plan").isEqualTo("1001");
        done("<webspace><switch-subscription><filter><name>" + host
                + "</name></filter><no-plan/></switch-subscription></webspace>");
        assertThat(boxes()).as("what holds, holds on").isEqualTo("1001");
        assertThat(told().count("//subscription/plan")).isZero();
        refused("1023", sold("add-subscription", ofAddOn(addOn)));
        done(sold("switch-subscription", ofPlan()));
        assertThat(boxes()).isEqualTo("100");
    }

    /// Its values are its own: an add-on would be said and not done.
    @Test
    void oneWithValuesOfItsOwnTakesNoAddOnUntilItFollowsItsPlanAgain() {
        done(sold("add-subscription", ofAddOn(addOn)));
        done(setNamed("webspace", host, "<values><limits>" + limit("max_box", 50) + "</limits></values>"));
        assertThat(told().at("//subscription/locked")).isEqualTo("true");
        var second = "Zweiter " + addOn;
        done(addNamed("service-plan-addon", second, ""));
        refused("1023", sold("add-subscription", ofAddOn(second)));
        refused("1023", sold("remove-subscription", ofAddOn(addOn)));
        done(setNamed("service-plan-addon", addOn, "<limits>" + limit("max_box", 3) + "</limits>"));
        assertThat(boxes()).isEqualTo("50");
        done(by("webspace", "sync-subscription", "name", host));
        assertThat(boxes()).isEqualTo("4");
        assertThat(told().count("//subscription/plan")).isEqualTo(2);
    }

    @Test
    void whatIsNoAddOnOfTheProviderIsMissing() {
        refused("1013", sold("add-subscription", ofPlan()));
        refused("1013", sold("add-subscription", "00000000-0000-4000-8000-000000000000"));
        var reseller = given.reseller("Netzwirt Zusatz");
        done(addNamed("service-plan-addon", "Sein " + addOn, "<owner-id>" + reseller.id() + "</owner-id>"));
        var his = guid(biller.ask("<service-plan-addon><get><filter><name>Sein " + addOn + "</name></filter><owner-id>"
                + reseller.id() + "</owner-id></get></service-plan-addon>"));
        refused("1013", sold("add-subscription", his));
        refused(
                "1014",
                "<webspace><add-subscription><filter><name>" + host + "</name></filter></add-subscription></webspace>");
        refused("1013", sold("add-subscription", ofAddOn(addOn)).replace(host, "nirgends.example"));
        refused(
                "1019",
                "<webspace><add-subscription><filter/><plan-guid>" + ofAddOn(addOn)
                        + "</plan-guid></add-subscription></webspace>");
        assertThat(boxes()).isEqualTo("1");
    }

    @Test
    void aResellerSellsWhatHeHasRoomFor() {
        var reseller = given.reseller("Netzwirt Zusatz");
        given.database.execute(
                "update wirt.reseller set limits = '{\"max_box\":7}', oversell = false, "
                        + "permissions = permissions || '{\"remote_api\":true,\"create_clients\":true,\"create_subscriptions\":true,\"panel_access\":true}' where account_id = ?",
                reseller.id());
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        host = "r" + host;
        done(addNamed("service-plan", plan, "<limits>" + limit("max_box", 4) + "</limits>"));
        done(addNamed("service-plan-addon", addOn, "<limits>" + limit("max_box", 3) + "</limits>"));
        done(addNamed("service-plan-addon", "Viel " + addOn, "<limits>" + limit("max_box", 4) + "</limits>"));
        done(webspace(host, made("R" + login, ""), "<plan-name>" + plan + "</plan-name>"));
        refused("1024", sold("add-subscription", ofAddOn("Viel " + addOn)));
        done(sold("add-subscription", ofAddOn(addOn)));
        assertThat(boxes()).isEqualTo("7");
    }

    /// The customer's own programs are let in by it, and hear which add-on that was.
    @Test
    void aRightComesWithAnAddOnAndGoesWithIt() {
        var right = "Programme " + addOn;
        done(addNamed(
                "service-plan-addon",
                right,
                "<permissions>" + permission("remote_access_interface", "true") + "</permissions>"));
        var his = new Biller(address(), login, "kurz5");
        var asked = "<webspace><get><filter><name>" + host
                + "</name></filter><dataset><subscriptions/></dataset></get></webspace>";
        assertThat(his.ask(asked).at("//errcode")).isEqualTo("1006");
        done(sold("add-subscription", ofAddOn(right)));
        assertThat(his.ask(asked).count("//subscription/plan")).isEqualTo(2);
        done(sold("remove-subscription", ofAddOn(right)));
        assertThat(his.ask(asked).at("//errcode")).isEqualTo("1006");
    }

    @Test
    void programsLookAheadDoItAndTakeItBack() {
        var login = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, login, "admin", "admin", ""));
        var program = new Program(address(), token);
        var number = given.number("select id from wirt.add_on where name = ?", addOn);
        assertThat(program.get("/api/v1/plans/add-ons").body().findValuesAsString("name"))
                .contains(addOn);
        var on = told().at("//result/id");
        var body = "{\"ids\":[" + on + "],\"input\":{\"addOn\":" + number + "}}";
        assertThat(program.post("/api/v1/verbs/subscription.bind-add-on/preview", body)
                        .number("allowed"))
                .isEqualTo(1);
        assertThat(boxes()).as("looked ahead").isEqualTo("1");
        for (var verb : List.of("subscription.bind-add-on", "subscription.unbind-add-on")) {
            var unsaid = program.post("/api/v1/verbs/" + verb, "{\"ids\":[" + on + "]}");
            assertThat(unsaid.status()).isEqualTo(422);
            assertThat(unsaid.at("errors/0/field")).isEqualTo("addOn");
            assertThat(unsaid.at("errors/0/code")).isEqualTo("missing");
        }
        var bound = program.post("/api/v1/verbs/subscription.bind-add-on", body);
        assertThat(bound.number("counts/done")).isEqualTo(1);
        assertThat(boxes()).isEqualTo("2");
        assertThat(program.get("/api/v1/subscriptions/" + on).at("addOns/0/name"))
                .isEqualTo(addOn);
        assertThat(program.post("/api/v1/jobs/" + bound.number("id") + "/undo", "")
                        .number("counts/done"))
                .isEqualTo(1);
        assertThat(boxes()).isEqualTo("1");
        assertThat(told().count("//subscription/plan")).isEqualTo(1);
    }
}
