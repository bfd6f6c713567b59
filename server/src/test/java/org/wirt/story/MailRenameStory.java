package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.hosting.MailForward;

/// A mail name is called otherwise, with all that it consists of.
class MailRenameStory extends MailNameTest {

    @Autowired
    private ApiTokens tokens;

    private Biller.Answer rename(String name, String other) {
        return rename(biller, name, other);
    }

    private Biller.Answer rename(Biller who, String name, String other) {
        return who.ask("<mail><rename><site-id>" + site + "</site-id><name>" + name + "</name><new-name>" + other
                + "</new-name></rename></mail>");
    }

    private String folder(String local) {
        return given.text("select mailbox_folder from node.mail_user where address = ?", at(local));
    }

    private long number(String table, String local) {
        return given.number("select id from wirt." + table + " where site_id = ? and local = ?", site, local);
    }

    @Test
    void itsMailGoesAlongAndTheNextOfThatNameHasNone() throws IOException {
        deliver(at("info"), "Vorher");
        var first = folder("info");
        done(rename("info", "Empfang"));
        assertThat(read("empfang")).contains("Vorher");
        assertThat(heard(at("info"))).startsWith("550");

        done(create("<name>info</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
        deliver(at("info"), "Nachher");
        assertThat(read("info")).contains("Nachher").doesNotContain("Vorher");
        assertThat(folder("empfang")).as("where it lies").isEqualTo(first);
        assertThat(folder("info")).startsWith("info@").isNotEqualTo(first);

        done(remove("info"));
        done(rename("empfang", "info"));
        done(create("<name>empfang</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
        assertThat(read("info")).contains("Vorher");
        assertThat(folder("info")).isEqualTo(first);
        assertThat(folder("empfang")).isNotEqualTo(first);
    }

    @Test
    void itsOtherNamesFollowAndWhatElsePointsToItStays() throws IOException {
        done(update(
                "set",
                "<name>info</name><forwarding><enabled>true</enabled><address>a@elsewhere.example</address></forwarding>"
                        + "<alias>hallo</alias>"));
        done(create("<name>team</name><forwarding><enabled>true</enabled><address>" + at("info")
                + "</address></forwarding><alias>alle</alias>"));
        done(rename("info", "empfang"));
        var told = told();
        assertThat(told.at("//mailname[name='empfang']/alias")).isEqualTo("hallo");
        assertThat(told.at("//mailname[name='empfang']/forwarding/address")).isEqualTo("a@elsewhere.example");
        assertThat(told.at("//mailname[name='team']/forwarding/address")).isEqualTo(at("info"));
        assertThat(views.forward(at("hallo")).map(MailForward::targets))
                .hasValueSatisfying(targets -> assertThat(targets).contains(at("empfang")));

        done(rename("team", "mannschaft"));
        assertThat(told().at("//mailname[name='mannschaft']/alias")).isEqualTo("alle");
        assertThat(views.forward(at("team"))).isEmpty();
        done(create("<name>leer</name>"));
        done(rename("leer", "voll"));
        assertThat(told().count("//mailname[name='voll']")).isEqualTo(1);
        assertThat(told().count("//mailname[name='leer']")).isZero();
    }

    @Test
    void whatIsTakenUnknownOrWrongIsRefused() {
        done(create("<name>team</name><forwarding><enabled>true</enabled><address>" + at("neu")
                + "</address></forwarding><alias>alle</alias>"));
        done(update(
                "set",
                "<name>info</name><forwarding><enabled>true</enabled><address>" + at("team")
                        + "</address></forwarding>"));
        refused("1007", rename("info", "team"));
        refused("1007", rename("info", "alle"));
        refused("1013", rename("niemand", "neu"));
        refused("1013", rename("alle", "neu"));
        refused(
                "1013",
                biller.ask(
                        "<mail><rename><site-id>888888888</site-id><name>info</name><new-name>neu</new-name></rename></mail>"));
        for (var wrong : new String[] {"", "zwei worte", "a+b", "ä"}) refused("1019", rename("info", wrong));
        refused("1019", rename("info", "neu"));
        assertThat(told().at("//mailname[name='info']/mailbox/enabled"))
                .as("its forward would lead in a circle: nothing of it is done")
                .isEqualTo("true");
        malformed(biller.ask("<mail><rename><site-id>" + site + "</site-id><name>info</name></rename></mail>"));
        done(rename("info", "INFO"));
        assertThat(given.number(
                        "select count(*) from wirt.audit where object_name = ? and verb like '%.rename'", at("info")))
                .isZero();
    }

    @Test
    void aCustomerDoesItWhoMayManageMail() {
        permit("{\"remote_api\":true,\"manage_mail\":false}");
        var his = new Biller(address(), login, "kurz5");
        refused("1006", rename(his, "info", "empfang"));
        permit("{\"manage_mail\":true}");
        done(rename(his, "info", "empfang"));
        assertThat(views.mailUser(at("empfang"))).isPresent();
    }

    private void permit(String permissions) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || cast(? as jsonb) where id = ?",
                permissions,
                site);
    }

    @Test
    void everyDoorDoesTheSame() {
        done(
                create(
                        "<name>team</name><forwarding><enabled>true</enabled><address>a@elsewhere.example</address></forwarding>"));
        done(rename("info", "m1"));
        done(rename("team", "f1"));

        var json = new Program(address(), given.token(tokens, administratorHimself()));
        for (var one : List.of("mailbox m", "forward f")) {
            var kind = one.substring(0, one.length() - 2);
            var name = one.substring(one.length() - 1);
            assertThat(json.post(
                                    "/api/v1/verbs/" + kind + ".rename",
                                    "{\"ids\":[%d],\"input\":{\"local\":\"%s\"}}"
                                            .formatted(number(kind, name + 1), name + 2))
                            .status())
                    .isEqualTo(200);
            var browser = administrator();
            assertThat(browser.get("/subscriptions/" + site + "?tab=mail").body())
                    .contains(page(kind, name + 2));
            assertThat(browser.get(page(kind, name + 2)).body()).contains("value=\"" + name + "2\"");
            assertThat(browser.post(page(kind, name + 2), "local", "zwei worte").body())
                    .contains("f-local-error");
            assertThat(browser.post(page(kind, name + 2), "local", name + 3).words())
                    .contains("„" + at(name + 2) + "“ ist umbenannt");
            assertThat(said(kind)).containsExactlyElementsOf(changes(kind, name));
        }
    }

    @Test
    void whatIsTakenIsToldAtItsField() {
        for (var name : List.of("team", "kasse"))
            done(create("<name>" + name + "</name>" + mailbox(10 * MEGABYTE) + password(SECRET)
                    + "<forwarding><enabled>true</enabled><address>a@elsewhere.example</address></forwarding>"));
        done(update("set", "<name>team</name><alias>alle</alias>"));
        var browser = administrator();
        assertThat(browser.post(page("mailbox", "team"), "local", "kasse").words())
                .contains("Diese Adresse gibt es in der Domain schon");
        assertThat(browser.post(page("mailbox", "team"), "local", "alle").words())
                .as("another name of its own")
                .contains("schon eine Weiterleitung");
        assertThat(browser.post(page("forward", "team"), "local", "kasse").words())
                .contains("schon eine Weiterleitung");
        assertThat(browser.post(page("forward", "alle"), "local", "info").words())
                .as("what is another name is not itself one")
                .contains("Diese Adresse gibt es in der Domain schon");
    }

    private String page(String kind, String local) {
        return (kind.equals("mailbox") ? "/mailboxes/" : "/forwards/") + number(kind, local) + "/name";
    }

    private List<String> said(String kind) {
        return given.database
                .resultQuery(
                        "select door || before::text || after::text from wirt.audit where verb = ? and object_id = ? order by id",
                        kind + ".rename",
                        number(kind, kind.charAt(0) + "3"))
                .fetch(0, String.class);
    }

    private List<String> changes(String kind, String name) {
        var first = kind.equals("mailbox") ? "info" : "team";
        return List.of(
                change("XML", kind, first, name + 1),
                change("JSON", kind, name + 1, name + 2),
                change("PAGE", kind, name + 2, name + 3));
    }

    private String change(String door, String kind, String before, String after) {
        return "%s{\"%2$s\": \"%3$s\"}{\"%2$s\": \"%4$s\"}".formatted(door, kind, at(before), at(after));
    }

    private Given.Account administratorHimself() {
        var owner = given.number("select id from wirt.login where account_id = 1 and owner");
        return new Given.Account(1, 1, owner, "Administrator", "admin", "");
    }
}
