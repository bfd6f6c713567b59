package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What belongs to somebody in the recycle bin is as unknown to billing systems as he is, and its names are free.
class GoneForBillersStory extends BillersDeedsTest {

    private final String host = Given.unique() + ".example";
    private final String database = "kasse" + Given.unique();
    private final String alias = Given.unique() + ".example";

    /// Of a subscription one of each kind, by `operator get node`.
    private Map<String, Long> everything(long webspace) {
        long base = done("<database><add-db><webspace-id>" + webspace + "</webspace-id><name>" + database
                + "</name><type>mysql</type></add-db></database>");
        return Map.of(
                "database get-db id",
                base,
                "database get-db-users id",
                done("<database><add-db-user><db-id>" + base + "</db-id><login>" + database
                        + "</login><password>geheim5</password></add-db-user></database>"),
                "protected-dir get id",
                done("<protected-dir><add><site-id>" + webspace
                        + "</site-id><name>/intern</name></add></protected-dir>"),
                "site-alias get id",
                done("<site-alias><create><site-id>" + webspace + "</site-id><name>" + alias
                        + "</name></create></site-alias>"),
                "ftp-user get id",
                done("<ftp-user><add><name>" + database + "</name><password>geheim5</password><webspace-id>" + webspace
                        + "</webspace-id></add></ftp-user>"),
                "dns get_rec id",
                done("<dns><add_rec><site-id>" + webspace
                        + "</site-id><type>A</type><host>shop</host><value>192.0.2.1</value></add_rec></dns>"));
    }

    private static String get(String what, long id) {
        var words = what.split(" ", -1);
        return by(words[0], words[1], words[2], id);
    }

    private void areUnknown(Map<String, Long> all) {
        all.forEach((what, id) -> refused("1013", get(what, id)));
        refused("1013", by("database", "del-db", "id", all.get("database get-db id")));
        refused(
                "1013",
                "<ftp-user><set><filter><id>" + all.get("ftp-user get id")
                        + "</id></filter><values><password>geheim6</password></values></set></ftp-user>");
        for (var list : new String[] {"database get-db", "protected-dir get", "site-alias get"}) {
            var words = list.split(" ", -1);
            assertThat(biller.ask("<%1$s><%2$s><filter/></%2$s></%1$s>".formatted(words[0], words[1]))
                            .numbers("//result/id"))
                    .as(list)
                    .doesNotContain(all.get(list + " id"));
        }
    }

    @Test
    void whatACustomerHadComesBackWithHim() {
        long owner = made(login, "");
        var all = everything(done(webspace(host, owner, "")));
        done(by("customer", "del", "id", owner));
        areUnknown(all);
        administrator().deed("customer.restore", owner);
        all.forEach((what, id) -> done(get(what, id)));
    }

    @Test
    void whatACustomerHadGoesWithHimAndLeavesItsNamesFree() {
        long owner = made(login, "");
        var all = everything(done(webspace(host, owner, "")));
        long button = done("<ui><create-custombutton><owner><customer-id>" + owner
                + "</customer-id></owner><properties><place>client</place><url>https://hilfe.example</url>"
                + "<text>Hilfe</text></properties></create-custombutton></ui>");
        all.forEach((what, id) -> done(get(what, id)));
        done(by("ui", "get-custombutton", "custombutton-id", button));
        done(by("customer", "del", "id", owner));
        areUnknown(all);
        refused("1013", by("ui", "get-custombutton", "custombutton-id", button));
        long other = made(login, "");
        long anew = done(webspace(host, other, ""));
        everything(anew);
        refused(
                "1007",
                "<database><add-db><webspace-id>" + anew + "</webspace-id><name>" + database
                        + "</name><type>mysql</type></add-db></database>");
    }

    @Test
    void whatCustomersOfAResellerHadGoesWithHim() {
        var reseller = given.reseller("Netzwirt Fort");
        var customer = given.customer("Gasthof Fort", reseller);
        var all = everything(given.subscription(customer).id());
        done(by("reseller", "del", "id", reseller.id()));
        areUnknown(all);
    }

    @Test
    void plansOfAResellerGoWithHim() {
        var reseller = given.reseller("Netzwirt Pakete");
        var name = "Sein " + Given.unique();
        for (var operator : new String[] {"service-plan", "service-plan-addon"}) {
            long plan = done(addNamed(operator, name, "<owner-id>" + reseller.id() + "</owner-id>"));
            assertThat(biller.ask(plans(operator)).numbers("//result/id")).contains(plan);
        }
        done(by("reseller", "del", "id", reseller.id()));
        for (var operator : new String[] {"service-plan", "service-plan-addon"})
            assertThat(biller.ask(plans(operator)).count("//result[name='" + name + "']"))
                    .as(operator)
                    .isZero();
    }

    private static String plans(String operator) {
        return "<%1$s><get><filter/><owner-all/></get></%1$s>".formatted(operator);
    }

    @Test
    void aCustomerSellsNoAddOnsAnyMore() {
        var reseller = given.reseller("Netzwirt Wirt");
        var name = "Sein " + Given.unique();
        done(addNamed("service-plan-addon", name, "<owner-id>" + reseller.id() + "</owner-id>"));
        done(by("reseller", "convert-to-customer", "id", reseller.id()));
        assertThat(biller.ask(plans("service-plan-addon")).count("//result[name='" + name + "']"))
                .isZero();
    }

    @Test
    void nobodyIsKnownByAnEmptyExternalId() {
        long webspace =
                done(webspace(host, made(login, ""), "").replace("<htype>", "<external-id></external-id><htype>"));
        refused("1013", by("webspace", "del", "external-id", ""));
        done(told("webspace", webspace));
        for (var operator : new String[] {"service-plan", "reseller-plan", "service-plan-addon"}) {
            var name = "Ohne " + Given.unique();
            done(addNamed(operator, name, "<external-id></external-id>"));
            refused("1013", by(operator, "get", "external-id", ""));
            refused("1013", by(operator, "del", "external-id", ""));
            done(by(operator, "get", "name", name));
        }
        refused("1013", by("customer", "del", "external-id", ""));
    }

    private static String told(String operator, long id) {
        return "<%1$s><get><filter><id>%2$d</id></filter><dataset/></get></%1$s>".formatted(operator, id);
    }
}
