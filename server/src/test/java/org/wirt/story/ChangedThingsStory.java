package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Things that Wirt only keeps for billing systems are changed as real ones would be: what is not said stays, and what
/// somebody else has, nobody changes.
class ChangedThingsStory extends BillersWebspaceTest {

    private String folder(String name) {
        return made("<protected-dir><add><site-id>" + webspace.id() + "</site-id><name>" + name
                + "</name><header>Nur innen</header><location><property><name>ssl</name><value>true</value></property>"
                + "<property><name>cgi</name><value>false</value></property></location></add></protected-dir>");
    }

    private String member(String folder, String login) {
        return made("<protected-dir><add-user><pd-id>" + folder + "</pd-id><login>" + login
                + "</login><password>geheim5</password></add-user></protected-dir>");
    }

    private static String folderSet(String kind, Object value, String values) {
        return "<protected-dir><set><filter><%1$s>%2$s</%1$s></filter><values>%3$s</values></set></protected-dir>"
                .formatted(kind, value, values);
    }

    private static String memberSet(String kind, Object value, String values) {
        return folderSet(kind, value, values).replace("<set>", "<set-user>").replace("</set>", "</set-user>");
    }

    private String alias(String name) {
        return made("<site-alias><create><site-id>" + webspace.id() + "</site-id><name>" + name
                + "</name><pref><web>true</web></pref></create></site-alias>");
    }

    private static String aliasSet(String kind, Object value, String settings) {
        return "<site-alias><set><filter><%1$s>%2$s</%1$s></filter><settings>%3$s</settings></set></site-alias>"
                .formatted(kind, value, settings);
    }

    private static String renamed(String kind, Object value, String name) {
        return "<site-alias><rename><%1$s>%2$s</%1$s><new_name>%3$s</new_name></rename></site-alias>"
                .formatted(kind, value, name);
    }

    @Test
    void ofAFolderOnlyWhatIsSaidChanges() {
        var id = folder("/intern");
        made(folderSet("id", id, "<location><property><name>ssl</name><value>false</value></property></location>"));
        var told = biller.ask(by("protected-dir", "get", "id", id));
        assertThat(told.at("//data/name")).isEqualTo("/intern");
        assertThat(told.at("//data/header")).isEqualTo("Nur innen");
        assertThat(told.at("//property[name='ssl']/value")).isEqualTo("false");
        assertThat(told.at("//property[name='cgi']/value")).isEqualTo("false");
        made(folderSet("site-id", webspace.id(), "<name>/extern</name><header/>"));
        told = biller.ask(by("protected-dir", "get", "id", id));
        assertThat(told.at("//data/name")).isEqualTo("/extern");
        assertThat(told.at("//data/header")).isEmpty();

        folder("/intern");
        isRefused("1007", folderSet("id", id, "<name>/intern</name>"));
        isRefused("1019", folderSet("id", id, "<name/>"));
        isRefused("1013", folderSet("id", "888888888", "<header>x</header>"));
        isRefused("1019", "<protected-dir><set><filter/><values><header>x</header></values></set></protected-dir>");
        assertThat(biller.ask(folderSet("id", id, "<nichts>1</nichts>")).at("//system/errcode"))
                .isEqualTo("1014");
    }

    @Test
    void aUserOfAFolderIsRenamedAndHisPasswordIsNotKept() {
        var folder = folder("/intern");
        var otto = member(folder, "otto");
        var emma = member(folder, "emma");
        made(memberSet("id", otto, "<login>ottokar</login><password>geheim7</password>"));
        assertThat(biller.ask(by("protected-dir", "get-user", "id", otto)).at("//data/login"))
                .isEqualTo("ottokar");
        assertThat(given.number("select count(*) from wirt.kept_object where data::text like '%geheim7%'"))
                .isZero();
        var one = biller.ask(memberSet("pd-id", folder, "<id>" + emma + "</id><login>emilia</login>"));
        assertThat(one.numbers("//result/id")).as("of all users that one").containsExactly(Long.valueOf(emma));
        assertThat(biller.ask(by("protected-dir", "get-user", "pd-id", folder)).count("//data[login='emilia']"))
                .isEqualTo(1);
        member(folder("/extern"), "emilia");
        isRefused("1007", memberSet("id", otto, "<login>emilia</login>"));
        isRefused("1013", memberSet("id", otto, "<id>" + emma + "</id><login>x</login>"));
        isRefused("1013", memberSet("id", "888888888", "<login>x</login>"));
        isRefused("1019", memberSet("id", otto, "<login/>"));
        isRefused("1017", memberSet("id", otto, "<password>x</password><password-type>crypt</password-type>"));
        isRefused(
                "1017",
                "<protected-dir><add-user><pd-id>" + folder + "</pd-id><login>x</login><password>geheim5</password>"
                        + "<password-type>crypt</password-type></add-user></protected-dir>");
    }

    @Test
    void whatCanBeSaidOfAFoldersLocationIsToldForEachDomain() {
        var all = biller.ask("<protected-dir><get-pd-location-descriptor/></protected-dir>");
        assertThat(all.at("//descriptor/property[name='nonssl']/type")).isEqualTo("boolean");
        assertThat(all.count("//result/id")).isZero();
        var one = biller.ask(by("protected-dir", "get-pd-location-descriptor", "site-id", webspace.id()));
        assertThat(one.number("//result/id")).isEqualTo(webspace.id());
        assertThat(one.count("//descriptor/property")).isEqualTo(all.count("//descriptor/property"));
        isRefused("1013", by("protected-dir", "get-pd-location-descriptor", "site-id", "888888888"));
    }

    @Test
    void ofAnAliasOnlyWhatIsSaidChanges() {
        var name = Given.unique() + ".example";
        var id = alias(name);
        made(aliasSet("name", name, "<pref><mail>true</mail></pref><manage-dns>false</manage-dns>"));
        var told = biller.ask(by("site-alias", "get", "id", id));
        assertThat(told.at("//pref/web")).isEqualTo("true");
        assertThat(told.at("//pref/mail")).isEqualTo("true");
        assertThat(told.at("//info/manage-dns")).isEqualTo("false");
        assertThat(told.at("//info/status")).isEqualTo("0");
        made(aliasSet("site-id", webspace.id(), "<status>16</status>"));
        assertThat(biller.ask(by("site-alias", "get", "id", id)).at("//info/status"))
                .isEqualTo("16");
        assertThat(biller.ask(by("site-alias", "get", "id", id)).count("//pref/icp-permit"))
                .isZero();
        made(aliasSet("id", id, "<pref><icp-permit>A 1</icp-permit></pref>"));
        assertThat(biller.ask(by("site-alias", "get", "id", id)).at("//pref/icp-permit"))
                .isEqualTo("A 1");
        assertThat(biller.ask(aliasSet("id", id, "<nichts>1</nichts>")).at("//system/errcode"))
                .isEqualTo("1014");
        isRefused("1019", aliasSet("id", id, "<status>an</status>"));
        isRefused("1019", aliasSet("id", id, "<status>999</status>"));
        made(aliasSet("id", id, "<status>80</status>"));
        isRefused("1019", aliasSet("id", id, "<pref><web>vielleicht</web></pref>"));
        isRefused("1013", aliasSet("id", "888888888", "<manage-dns>true</manage-dns>"));
        isRefused("1019", "<site-alias><set><filter/><settings><status>0</status></settings></set></site-alias>");
    }

    @Test
    void anAliasIsCalledOtherwiseByTheRulesOfANewOne() {
        var name = Given.unique() + ".example";
        var other = Given.unique() + ".example";
        var id = alias(name);
        alias(other);
        var changed = "münze" + Given.unique() + ".example";
        assertThat(biller.ask(renamed("name", name.toUpperCase(Locale.ROOT), changed))
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask(by("site-alias", "get", "id", id)).at("//info/name"))
                .isEqualTo(changed);
        assertThat(biller.ask(renamed("id", id, changed)).at("//result/status")).isEqualTo("ok");
        for (var wrong : Map.of(other, "1007", webspace.name(), "1007", "co.uk", "1019", "kein name", "1019")
                .entrySet()) isRefused(wrong.getValue(), renamed("id", id, wrong.getKey()));
        isRefused("1013", renamed("id", "888888888", Given.unique() + ".example"));
        isRefused("1013", renamed("name", name, Given.unique() + ".example"));
        alias(name);
        for (var half : List.of(
                "<id>1</id>",
                "<new_name>a.example</new_name>",
                "<id>" + id + "</id><name>" + other + "</name><new_name>a.example</new_name>"))
            assertThat(biller.ask("<site-alias><rename>" + half + "</rename></site-alias>")
                            .at("//system/errcode"))
                    .isEqualTo("1014");
    }

    @Test
    void aResellerChangesNothingOfAnother() {
        var reseller = given.reseller("Wirt am Markt");
        given.permit(reseller, "remote_api");
        var folder = folder("/intern");
        var otto = member(folder, "otto");
        var name = Given.unique() + ".example";
        var alias = alias(name);
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        isRefused("1013", folderSet("id", folder, "<header>x</header>"));
        isRefused("1013", memberSet("id", otto, "<login>x</login>"));
        isRefused("1013", aliasSet("id", alias, "<status>16</status>"));
        isRefused("1013", renamed("id", alias, Given.unique() + ".example"));
        isRefused("1013", renamed("name", name, Given.unique() + ".example"));
        isRefused("1013", by("protected-dir", "get-pd-location-descriptor", "site-id", webspace.id()));
        assertThat(given.text("select data ->> 'status' from wirt.kept_object where id = ?", Long.valueOf(alias)))
                .isEqualTo("0");
    }
}
