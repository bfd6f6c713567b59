package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What billing systems are told of accounts that get another provider or become another kind.
class MovingForBillersStory extends BillersDeedsTest {

    @Test
    void noAccountLosesTheExternalIdThatSystemsKnowItBy() {
        var reseller = given.reseller("Netzwirt Neu");
        var crm = "crm-" + Given.unique();
        long his = given.customer("Gasthof Sein", reseller).id();
        given.database.execute("update wirt.account set external_id = ? where id = ?", crm, his);
        long moving = made(login, "<external-id>" + crm + "</external-id>");
        var move =
                "<customer><change-owner><filter><id>%d</id></filter><new-owner-login>%s</new-owner-login></change-owner></customer>";
        refused("1007", move.formatted(moving, reseller.username()));
        refused("1007", move.formatted(his, "admin"));
        refused("1007", by("customer", "convert-to-reseller", "id", his));
        assertThat(given.number(
                        "select count(*) from wirt.account where external_id <> '' and id in (?, ?)", his, moving))
                .isEqualTo(2);
        done(set(
                "customer",
                moving,
                "<values><gen_info><external-id>crm-" + Given.unique() + "</external-id></gen_info></values>"));
        done(move.formatted(moving, reseller.username()));
        assertThat(given.text("select external_id from wirt.account where id = ?", moving))
                .startsWith("crm-");
    }

    @Test
    void whoBecomesAResellerLastsAsLongAsHisPlanSays() {
        var plan = "Netz " + Given.unique();
        done(addNamed("reseller-plan", plan, "<limits>" + limit("expiration", 864_000) + "</limits>"));
        long id = made(login, "");
        done("<customer><convert-to-reseller><filter><id>" + id + "</id></filter><reseller-plan-name>" + plan
                + "</reseller-plan-name></convert-to-reseller></customer>");
        var told = told("reseller", id, "<dataset><limits/><subscriptions/></dataset>");
        var end = Instant.ofEpochSecond(told.number("//limit[name='expiration']/value"));
        assertThat(end)
                .isBetween(Instant.now().plus(Duration.ofDays(9)), Instant.now().plus(Duration.ofDays(11)));
        assertThat(told.at("//subscription/synchronized"))
                .as("as the plan says")
                .isEqualTo("true");
    }

    @Test
    void whoWasConvertedWithoutAPlanLastsAsLongAsHisSubscriptions() {
        long id = made(login, "");
        done(webspace(Given.unique() + ".example", id, ""));
        done(by("customer", "convert-to-reseller", "id", id));
        assertThat(told("reseller", id, "<dataset><limits/></dataset>").at("//limit[name='expiration']/value"))
                .isEqualTo("-1");
    }
}
