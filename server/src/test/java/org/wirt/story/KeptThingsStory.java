package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

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
}
