package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// A family of billing modules that names no version and suspends the customer.
class FirstBillingModuleStory extends BillingModuleTest {

    private static final String CONTACT = "<cname>Gasthof &amp; Söhne</cname><pname>Ada Wirt</pname><login>%s</login>"
            + "<passwd>kurz5</passwd><phone>+49.301</phone><fax></fax><email>ada@gasthof.example</email>"
            + "<address>Am Markt 1</address><city>Berlin</city><state>BE</state><description></description>";

    private String ofCustomer(String values) {
        return "<customer><set><filter><login>" + login + "</login></filter><values><gen_info>" + values
                + "</gen_info></values></set></customer>";
    }

    @Test
    void anAccountOfTheFirstFamilyFromItsSaleToItsEnd() {
        assertThat(done("<server><get><stat/></get></server>").number("//other/uptime"))
                .isPositive();

        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        isServed(PASSWORD);

        done(ofCustomer("<status>16</status>"));
        isDark(PASSWORD);
        done(ofCustomer("<status>0</status>"));
        isServed(PASSWORD);

        done(ofCustomer("<passwd>anders5!</passwd>"));
        isServed(PASSWORD);
        var browser = browser();
        browser.signIn(login, "anders5!");
        assertThat(browser.get("/").body()).contains(login);

        // Another package: the account with its own login again, then the subscription, its parts in this order.
        done(ofCustomer(CONTACT.formatted(login)));
        done("<webspace><set><filter><name>" + host + "</name></filter><values><gen_setup><name>" + host
                + "</name><owner-login>" + login + "</owner-login><ip_address>127.0.0.1</ip_address></gen_setup>"
                + hosting("neu<&5") + "<limits>" + named("limit", LIMITS) + "</limits><permissions>"
                + named("permission", PERMISSIONS) + "</permissions></values></set></webspace>");
        isServed("neu<&5");
        assertThat(ftpLogin(PASSWORD)).isEqualTo(REFUSED);

        done("<webspace><del><filter><name>" + host + "</name></filter></del></webspace>");
        isGone("neu<&5");
        done("<customer><del><filter><login>" + login + "</login></filter></del></customer>");
        assertThat(biller.ask("<customer><del><filter><login>" + login + "</login></filter></del></customer>")
                        .at("//errcode"))
                .isEqualTo("1013");
    }

    /// This family names no domain: it means the one of the login.
    @Test
    void anotherDomainIsServedInPlaceOfTheFirst() {
        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        var renamed = biller.ask(
                "<webspace><set><filter><owner-login>" + login + "</owner-login></filter><values><gen_setup><name>new-"
                        + host + "</name></gen_setup></values></set></webspace>");
        assertThat(renamed.at("//result/status")).as(renamed.text()).isEqualTo("ok");
        assertThat(website()).as("the old name").isEqualTo(404);
        assertThat(website("new-" + host)).isEqualTo(200);
        assertThat(ftpLogin(PASSWORD)).isEqualTo(LET_IN);
    }

    @Test
    void aResellerOfTheFirstFamilyIsSoldAndCancelled() {
        assertThat(done("<ip><get/></ip>").at("//ip_info[1]/type")).isEqualTo("shared");
        done("<reseller><add><gen-info><pname>Rita Wirt</pname><login>" + login
                + "</login><passwd>kurz5</passwd><email>r@gasthof.example</email></gen-info></add></reseller>");
        // The plan is the administrator's: she is given what it gives, and bound to none that is not hers.
        done(webspaceOf(login));
        isServed(PASSWORD);
        done("<reseller><del><filter><login>" + login + "</login></filter></del></reseller>");
        isGone(PASSWORD);
    }

    @Test
    void theFirstFamilyLetsACustomerIntoThePanel() {
        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        var address = Base64.getEncoder().encodeToString("127.0.0.1".getBytes(StandardCharsets.US_ASCII));
        var token = done("<server><create_session><login>" + login + "</login><data><user_ip>" + address
                        + "</user_ip><source_server></source_server></data></create_session></server>")
                .at("//result/id");
        var browser = browser();
        browser.get("/enterprise/rsession_init.php?PHPSESSID=" + token);
        assertThat(browser.get("/websites").words()).contains(host);
        isServed(PASSWORD);
    }
}
