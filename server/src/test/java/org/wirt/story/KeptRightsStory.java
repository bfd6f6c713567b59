package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer may do with what is only kept what his contract lets him do with what is real, and hears so himself.
class KeptRightsStory extends BillersWebspaceTest {

    private Biller his = new Biller("", "", "");

    @BeforeEach
    void aCustomerByHimself() {
        var customer = given.customer("Gasthof Vertrag");
        webspace = given.subscription(customer);
        allow("remote_api", true);
        his = new Biller(address(), customer.username(), Given.PASSWORD);
    }

    private void allow(String permission, boolean on) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || jsonb_build_object(?, ?) where id = ?",
                permission,
                on,
                webspace.id());
    }

    private String does(String packet) {
        var answer = his.ask(packet);
        assertThat(answer.at("//result/status")).as(packet + answer.text()).isEqualTo("ok");
        return answer.at("//result/id");
    }

    private void mayNot(String packet) {
        assertThat(his.ask(packet).at("//errcode")).as(packet).isEqualTo("1006");
    }

    private String alias() {
        return "<site-alias><create><site-id>" + webspace.id() + "</site-id><name>" + Given.unique()
                + ".example</name></create></site-alias>";
    }

    private String site(String values) {
        return "<site><set><filter><id>" + webspace.id() + "</id></filter><values>" + values + "</values></set></site>";
    }

    private String property(String name, String value) {
        return site("<hosting><vrt_hst><property><name>" + name + "</name><value>" + value
                + "</value></property></vrt_hst></hosting>");
    }

    @Test
    void aliasesAreMadeAndRemovedByWhoMayManageThem() {
        mayNot(alias());
        var id = made(alias());
        mayNot(by("site-alias", "delete", "id", id));
        mayNot("<site-alias><rename><id>" + id + "</id><new_name>neu" + Given.unique()
                + ".example</new_name></rename></site-alias>");
        mayNot("<site-alias><set><filter><id>" + id
                + "</id></filter><settings><manage-dns>false</manage-dns></settings></set></site-alias>");
        allow("manage_aliases", true);
        does(by("site-alias", "delete", "id", id));
        does(alias());
    }

    @Test
    void subdomainsNeedAPermissionOfTheirOwn() {
        allow("create_domains", true);
        var add = "<subdomain><add><parent>" + webspace.name() + "</parent><name>%s</name></add></subdomain>";
        mayNot(add.formatted("blog"));
        assertThat(given.number("select count(*) from wirt.site where subscription_id = ?", webspace.id()))
                .as("nothing is made")
                .isEqualTo(1);
        var id = made(add.formatted("laden"));
        mayNot("<subdomain><rename><id>" + id + "</id><name>kiosk</name></rename></subdomain>");
        mayNot(by("subdomain", "del", "id", id));
        mayNot("<site><add><gen_setup><name>kasse</name><webspace-id>" + webspace.id()
                + "</webspace-id><parent-site-id>"
                + webspace.id() + "</parent-site-id></gen_setup><hosting><vrt_hst><property><name>php</name>"
                + "<value>true</value></property></vrt_hst></hosting></add></site>");
        allow("manage_subdomains", true);
        does(by("subdomain", "del", "id", id));
        does(add.formatted("blog"));
    }

    @Test
    void namesWithoutAMailboxAreMailToo() {
        var create = "<mail><create><filter><site-id>" + webspace.id()
                + "</site-id><mailname><name>leer</name></mailname></filter></create></mail>";
        mayNot(create);
        allow("manage_mail", true);
        does(create);
    }

    @Test
    void propertiesOfHostingNeedWhatTheyChange() {
        mayNot(property("cgi", "true"));
        does(property("cgi", "false"));
        does(site("<gen_setup><description>Notiz</description></gen_setup>"));
        allow("manage_phosting", true);
        does(property("cgi", "true"));
        mayNot(property("php_handler_id", "wirt-php82-fpm"));
        mayNot(site("<performance><bandwidth>5</bandwidth></performance>"));
        allow("manage_phosting_php", false);
        mayNot(property("php", "false"));
        allow("manage_phosting_php", true);
        does(property("php", "false"));
    }

    @Test
    void whatNobodySaidTakesNothingAwayAndWhatTheResellerLacksDoes() {
        var add = "<protected-dir><add><site-id>%d</site-id><name>%s</name></add></protected-dir>";
        does(add.formatted(webspace.id(), "intern"));
        allow("manage_protected_dirs", false);
        mayNot(add.formatted(webspace.id(), "geheim"));
        var reseller = given.reseller("Netzwirt Vertrag");
        given.permit(reseller, "remote_api");
        var customer = given.customer("Gasthof Kette", reseller);
        webspace = given.subscription(customer);
        for (var permission : List.of("remote_api", "manage_aliases")) allow(permission, true);
        his = new Biller(address(), customer.username(), Given.PASSWORD);
        mayNot(alias());
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        made(alias());
        biller = new Biller(address(), "admin", Given.PASSWORD);
    }
}
