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

    private String host() {
        return Given.unique() + ".example";
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
}
