package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;

/// A billing system and what its stories share: packets that make customers and subscriptions, and what the servers
/// know.
abstract class BillingTest extends PanelTest {

    Biller biller;

    String login;

    @BeforeEach
    void aBillingSystem() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        login = "K" + Given.unique();
    }

    static String customer(String login, String more) {
        return ("<customer><add><gen_info><cname>Gasthof &amp; Söhne</cname><pname>Ada Wirt</pname><login>%s</login>"
                        + "<passwd>kurz5</passwd><phone>+49 30 1</phone><email>ada@gasthof.example</email><country>DE</country>%s"
                        + "</gen_info></add></customer>")
                .formatted(login, more);
    }

    long made(String login, String more) {
        var answer = biller.ask(customer(login, more));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.number("//result/id");
    }

    static String webspace(String name, long owner, String more) {
        return ("<webspace><add><gen_setup><name>%s</name><owner-id>%d</owner-id><htype>vrt_hst</htype></gen_setup>"
                        + "<hosting><vrt_hst><property><name>ftp_login</name><value>%s</value></property>"
                        + "<property><name>ftp_password</name><value>geheim&lt;&amp;5</value></property>"
                        + "<property><name>php</name><value>true</value></property></vrt_hst></hosting>%s</add></webspace>")
                .formatted(name, owner, "f" + Given.unique(), more);
    }

    long live(String host) {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                host);
    }

    static String status(String operator, String host, int bits) {
        return "<%1$s><set><filter><name>%2$s</name></filter><values><gen_setup><status>%3$d</status></gen_setup></values></set></%1$s>"
                .formatted(operator, host, bits);
    }
}
