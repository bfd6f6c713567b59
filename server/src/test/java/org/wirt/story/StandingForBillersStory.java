package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever a billing system takes back is taken back, and nobody comes on the air because something was said of
/// nothing.
class StandingForBillersStory extends BillersDeedsTest {

    private static final String STATUS = "<values><gen_setup><status>%d</status></gen_setup></values>";

    @Test
    void whoHasEndedComesBackByOnePacket() {
        long id = done(reseller(login, ""));
        long past = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        done(set(
                "reseller",
                id,
                "<values><gen-info><status>256</status></gen-info><limits>" + limit("expiration", past)
                        + "</limits></values>"));
        assertThat(told("reseller", id, "<dataset><gen-info/></dataset>").at("//status[.='256']"))
                .isEqualTo("256");
        done(set(
                "reseller",
                id,
                "<values><gen-info><status>0</status></gen-info><limits>" + limit("expiration", -1)
                        + "</limits></values>"));
        var now = told("reseller", id, "<dataset><gen-info/><limits/></dataset>");
        assertThat(now.at("//gen-info/status")).isEqualTo("0");
        assertThat(now.at("//limit[name='expiration']/value")).isEqualTo("-1");
    }

    @Test
    void nobodyLiftsWhatSomebodyAboveHimHasSaid() {
        var reseller = given.reseller("Netzwirt Oben");
        given.permit(reseller, "remote_api");
        var customer = given.customer("Gasthof Oben", reseller);
        var subscription = given.subscription(customer);
        var packets = new String[] {
            set("customer", customer.id(), "<values><gen_info><status>%d</status></gen_info></values>"),
            set("webspace", subscription.id(), "<values><gen_setup><status>%d</status></gen_setup></values>")
        };
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        for (var packet : packets) {
            done(packet.formatted(16));
            assertThat(his.ask(packet.formatted(0)).at("//errcode")).as(packet).isEqualTo("1006");
            done(packet.formatted(0));
            assertThat(his.ask(packet.formatted(16)).at("//result/status")).isEqualTo("ok");
            done(packet.formatted(0));
        }
    }

    @Test
    void aWebsiteThatWasDisabledIsOnAgainWhenThatIsSaidOfIt() {
        var host = Given.unique() + ".example";
        long id = done(webspace(host, made(login, ""), ""));
        var program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        program.put("/api/v2/domains/" + id + "/status", "{\"status\":\"disabled\"}");
        assertThat(disabled(id)).isEqualTo(1);
        done(set("site", id, "<values><gen_setup><status>0</status></gen_setup></values>"));
        assertThat(disabled(id)).isZero();
        assertThat(program.get("/api/v2/domains/" + id + "/status").at("status"))
                .isEqualTo("active");
    }

    @Test
    void aSubscriptionIsActiveTogetherWithItsMainDomainInEveryDoor() {
        var subscription = given.subscription(given.customer("Gasthof Eins"));
        long id = subscription.id();
        var program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        var call = "/api/v2/cli/subscription/call";
        var doors = Map.<String, Runnable>of(
                "packet",
                () -> done(set("webspace", id, STATUS.formatted(0))),
                "REST",
                () -> assertThat(program.put("/api/v2/domains/" + id + "/status", "{\"status\":\"active\"}")
                                .status())
                        .isEqualTo(200),
                "command that activates",
                () -> assertThat(program.post(call, "{\"params\":[\"--webspace-on\",\"" + subscription.name() + "\"]}")
                                .at("code"))
                        .isEqualTo("0"),
                "command that changes",
                () -> assertThat(program.post(
                                        call,
                                        "{\"params\":[\"--update\",\"" + subscription.name()
                                                + "\",\"-status\",\"enabled\"]}")
                                .at("code"))
                        .isEqualTo("0"));
        doors.forEach((door, activates) -> {
            for (int bits : new int[] {8, 16, 64}) {
                done(set("site", id, STATUS.formatted(bits)));
                done(set("webspace", id, STATUS.formatted(16)));
                activates.run();
                assertThat(told("site", id, "<dataset><gen_info/></dataset>").at("//gen_info/status"))
                        .as(door + bits)
                        .isEqualTo("0");
                assertThat(disabled(id)).as(door + bits).isZero();
            }
        });
    }

    @Test
    void aMainDomainThatStaysDarkIsNotSaidToBeActive() {
        var reseller = given.reseller("Netzwirt Dunkel");
        given.permit(reseller, "remote_api");
        var customer = given.customer("Gasthof Dunkel", reseller);
        long id = given.subscription(customer).id();
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        var active = set("webspace", id, STATUS.formatted(0));
        done(set("site", id, STATUS.formatted(16)));
        assertThat(his.ask(active).at("//errcode")).isEqualTo("1006");
        his.ask(set("webspace", id, STATUS.formatted(32)));
        assertThat(his.ask(active).at("//errcode")).isEqualTo("1006");
        assertThat(given.number("select reasons from wirt.subscription where id = ?", id))
                .as("his own is gone")
                .isZero();
        done(active);
        given.reason("site", id, customer, 1024);
        refused("1023", active);
        refused("1023", active.replace("<status>0<", "<status>+00<"));
        assertThat(given.number("select reasons from wirt.site where id = ?", id))
                .isEqualTo(1024);
    }

    private long disabled(long site) {
        return given.number("select count(*) from wirt.site where id = ? and disabled", site);
    }

    @Test
    void anEmptyNodeGivesNoHosting() {
        long id = done("<webspace><add><gen_setup><name>" + Given.unique() + ".example</name><owner-id>"
                + made(login, "") + "</owner-id><htype>none</htype></gen_setup></add></webspace>");
        done(set("site", id, "<values><hosting/></values>"));
        assertThat(told("site", id, "<dataset><gen_info/></dataset>").at("//htype"))
                .isEqualTo("none");
    }

    @Test
    void whatIsNamedWithoutAValueIsNoPacket() {
        var customer = given.customer("Gasthof Wertlos");
        var subscription = given.subscription(customer);
        for (var nothing : new String[] {
            "<permissions><permission><name>manage_dns</name></permission></permissions>",
            "<limits><limit><name>max_box</name></limit></limits>",
            "<hosting><vrt_hst><property><name>ssl</name></property></vrt_hst></hosting>"
        }) refused("1014", set("webspace", subscription.id(), "<values>" + nothing + "</values>"));
    }

    @Test
    void newcomersAreTakenAsTheyAreButForTheNameOfTheAdministrator() {
        long id = made(login, "<pcode>SW1A/1AA</pcode>");
        assertThat(told("customer", id, "<dataset><gen_info/></dataset>").at("//pcode"))
                .isEqualTo("SW1A/1AA");
        refused("1019", customer("root", ""));
        refused("1019", reseller("Root", ""));
    }
}
