package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.Test;

/// What cannot be as it was said is not answered as done: nothing happens to others than those that were meant, and
/// nothing is told that is not so.
class TruthForBillersStory extends BillingTest {

    private long done(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.count("//result/id") == 0 ? 0 : answer.number("//result/id");
    }

    private void refused(String number, String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//errcode")).as(packet + answer.text()).isEqualTo(number);
    }

    private void malformed(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("/packet/system/errcode"))
                .as(packet + answer.text())
                .isEqualTo("1014");
    }

    private String host() {
        return Given.unique() + ".example";
    }

    private static String webspaceSet(long id, String values) {
        return "<webspace><set><filter><id>" + id + "</id></filter><values>" + values + "</values></set></webspace>";
    }

    @Test
    void furtherOperationsOfTheServerLeaveTheOthersOfThePacketAlone() {
        for (var operation : new String[] {"reboot", "shutdown", "lic_update", "reset-server"}) {
            var answer = biller.ask("<server><" + operation + "/><get_protos/></server>");
            assertThat(answer.at("//server/" + operation + "/result/errcode"))
                    .as(answer.text())
                    .isEqualTo("1017");
            assertThat(answer.count("//proto")).isPositive();
        }
        malformed("<server><tanzen/></server>");
    }

    @Test
    void aDatabaseIsThereOnceAndNobodyComesInWithoutAPassword() {
        var owner = made(login, "");
        var first = done(webspace(host(), owner, ""));
        var reseller = given.reseller("Netzwirt Datenbank");
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true,\"create_subscriptions\":true}' where account_id = ?",
                reseller.id());
        var others = done(webspace(host(), reseller.id(), ""));
        var name = "db" + Given.unique();
        var add =
                "<database><add-db><webspace-id>%d</webspace-id><name>%s</name><type>mysql</type></add-db></database>";
        var id = done(add.formatted(first, name));
        refused("1007", add.formatted(others, name));
        assertThat(new Biller(address(), reseller.username(), Given.PASSWORD)
                        .ask(add.formatted(others, name))
                        .at("//errcode"))
                .as("also of what he does not see")
                .isEqualTo("1007");
        done(add.formatted(others, name + "x"));

        var user = "<database><add-db-user><db-id>" + id
                + "</db-id><login>u</login><password>%s</password></add-db-user></database>";
        refused("1019", user.formatted(""));
        var made = done(user.formatted("geheim5"));
        refused("1019", "<database><set-db-user><id>" + made + "</id><password/></set-db-user></database>");
        done(by("webspace", "del", "id", first));
        done(add.formatted(others, name));
    }

    @Test
    void whatHasNoOneMeaningIsToldBesideTheOthers() {
        var crm = "crm-" + Given.unique();
        var owner = made(login, "");
        var external = "<gen_setup><external-id>" + crm + "</external-id></gen_setup>";
        for (int i = 0; i < 2; i++) done(webspaceSet(done(webspace(host(), owner, "")), external));
        var answer = biller.ask("<webspace><get><filter><external-id>" + crm
                + "</external-id><external-id>niemand</external-id></filter><dataset/></get></webspace>");
        assertThat(answer.at("//result[1]/errcode")).as(answer.text()).isEqualTo("1023");
        assertThat(answer.at("//result[1]/filter-id")).isEqualTo(crm);
        assertThat(answer.at("//result[2]/errcode")).isEqualTo("1013");
    }

    @Test
    void mailNamesComeByTheirNumbers() {
        var id = done(webspace(host(), made(login, ""), ""));
        for (var name : new String[] {"zoe", "anna", "mitte"})
            done("<mail><create><filter><site-id>" + id + "</site-id><mailname><name>" + name
                    + "</name></mailname></filter></create></mail>");
        var numbers = biller.ask("<mail><get_info><filter><site-id>" + id + "</site-id></filter></get_info></mail>")
                .numbers("//mailname/id");
        assertThat(numbers).hasSize(3).isSorted();
    }
}
