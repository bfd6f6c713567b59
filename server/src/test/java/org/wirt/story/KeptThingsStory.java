package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Things that Wirt only keeps for billing systems: they are refused as real ones would be, and told as they were said.
class KeptThingsStory extends PanelTest {

    private Biller biller;
    private Program program;
    private Given.Subscription webspace;

    @BeforeEach
    void aSubscription() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        webspace = given.subscription(given.customer("Gasthof Ablage"));
    }

    private String made(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.at("//result/id");
    }

    private void isRefused(String number, String packet) {
        assertThat(biller.ask(packet).at("//result/errcode")).as(packet).isEqualTo(number);
    }

    private String alias(String name, String more) {
        return "<site-alias><create>" + more + "<site-id>" + webspace.id() + "</site-id><name>" + name
                + "</name></create></site-alias>";
    }

    @Test
    void theDomainsOfAClientAreToldWithTheirAliases() {
        made(alias("anders-" + webspace.name(), ""));
        assertThat(program.get("/api/v2/clients/" + webspace.customerId() + "/domains")
                        .at("0/aliases/0/name"))
                .isEqualTo("anders-" + webspace.name());
    }

    @Test
    void propertiesOfAFolderAreToldAgain() {
        var id = made(
                "<protected-dir><add><site-id>" + webspace.id()
                        + "</site-id><name>/intern</name><location><property><name>ssl</name><value>true</value></property></location></add></protected-dir>");
        var told = biller.ask(by("protected-dir", "get", "id", id));
        assertThat(told.at("//location/property[name='ssl']/value")).isEqualTo("true");
        isRefused(
                "1019",
                "<protected-dir><add-user><pd-id>" + id
                        + "</pd-id><login/><password>geheim5</password></add-user></protected-dir>");
    }

    @Test
    void anFtpUserOfAFolderThatShallBeThereIsRefusedWhereItIsNot() {
        var user = "<ftp-user><add><name>z%s</name><password>geheim5</password><home>%s</home>"
                + "<create-non-existent>%s</create-non-existent><webspace-id>" + webspace.id()
                + "</webspace-id></add></ftp-user>";
        isRefused("1019", user.formatted(Given.unique(), "/gibtesnicht", "false"));
        isRefused("1019", user.formatted(Given.unique(), "/logs/..", "false"));
        made(user.formatted(Given.unique(), "/httpdocs", "false"));
        made(user.formatted(Given.unique(), "/gibtesnicht", "true"));
        made(user.formatted(Given.unique(), "/gibtesnicht", "false"));
    }
}
