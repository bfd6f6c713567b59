package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is said of mail names and of the mail of domains that the servers do not do.
class MailTruthStory extends MailNameTest {

    @Test
    void whatIsNotSaidOfAForwardStaysAsItIs() {
        done(create("<name>team</name><forwarding><address>a@elsewhere.example</address></forwarding>"));
        assertThat(targets()).as("switched on by being made").containsExactly("a@elsewhere.example");
        done(forwarding("set", "<address>q@q.example</address>"));
        assertThat(targets()).containsExactly("q@q.example");
        done(forwarding("set", "<enabled>true</enabled>"));
        done(forwarding("set", ""));
        assertThat(targets()).containsExactly("q@q.example");
        done(forwarding("add", "<address>B@Elsewhere.example</address>"));
        done(forwarding("remove", "<address>Q@q.example</address>"));
        assertThat(targets()).containsExactly("b@elsewhere.example");
        refused("1019", forwarding("set", "<enabled>true</enabled><address/>"));
        refused("1017", forwarding("add", "<enabled>false</enabled><address>c@elsewhere.example</address>"));
        malformed(forwarding("add", "<enabled>true</enabled>"));
        assertThat(targets()).containsExactly("b@elsewhere.example");

        done(forwarding("remove", "<enabled>true</enabled><address>b@elsewhere.example</address>"));
        assertThat(views.forward(at("team"))).as("to nobody").isEmpty();
        assertThat(told().at("//mailname[name='team']/forwarding/enabled")).isEqualTo("false");
        refused("1017", forwarding("set", "<address>c@elsewhere.example</address>"));
        refused("1019", forwarding("set", "<enabled>true</enabled>"));
        done(forwarding("set", "<enabled>true</enabled><address>c@elsewhere.example</address>"));
        assertThat(targets()).containsExactly("c@elsewhere.example");
        done(forwarding("set", "<enabled>false</enabled>"));
        assertThat(views.forward(at("team"))).isEmpty();
    }

    @Test
    void aHashIsNoPassword() throws IOException {
        var crypt = "<password><value>$1$abcdefgh$0123456789abcdefghijkl</value><type>crypt</type></password>";
        refused("1017", create("<name>neu</name>" + mailbox(MEGABYTE) + crypt));
        refused("1017", update("set", "<name>info</name>" + crypt));
        refused("1019", update("set", "<name>info</name><password><type>plain</type></password>"));
        deliver(at("info"), "Noch mit dem alten Passwort");
        assertThat(read()).contains("Noch mit dem alten Passwort");
        done(update("set", "<name>info</name><password><value>" + SECRET + "</value></password>"));
    }

    @Test
    void aMailboxMayBeMadeWithoutAPassword() throws IOException {
        var box = "<name>offen</name><mailbox><enabled>true</enabled></mailbox>";
        for (var empty : List.of("<password/>", password(""))) refused("1019", create(box + empty));
        done(create(box));
        deliver(at("offen"), "Liegt bereit");
        assertThat(told().at("//mailname[name='offen']/mailbox/enabled")).isEqualTo("true");
        done(update("set", "<name>offen</name>" + password(SECRET)));
    }

    @Test
    void aForwardMayGetAMailboxAndGoesOn() throws IOException {
        done(create("<name>team</name><forwarding><address>a@elsewhere.example</address></forwarding>"));
        done(update("set", "<name>team</name>" + mailbox(MEGABYTE) + password(SECRET)));
        assertThat(targets()).contains("a@elsewhere.example");
        assertThat(given.number(
                        "select count(*) from wirt.forward where site_id = ? and local = 'team' and keep", site))
                .as("and stays here, too")
                .isEqualTo(1);
        assertThat(told().at("//mailname[name='team']/mailbox/quota")).isEqualTo(Long.toString(MEGABYTE));
        assertThat(told().at("//mailname[name='team']/forwarding/enabled")).isEqualTo("true");
        done(create("<name>leer</name>"));
        done(update("set", "<name>leer</name><mailbox><enabled>true</enabled></mailbox>"));
        deliver(at("leer"), "Nicht mehr leer");
    }

    @Test
    void whatIsChangedInADomainThatIsNotThereIsAnsweredWhereItWasAsked() {
        for (var way : List.of("add", "set", "remove")) {
            var answer = biller.ask("<mail><update><" + way
                    + "><filter><site-id>888888888</site-id><mailname><name>info</name><alias>a</alias></mailname></filter></"
                    + way + "></update></mail>");
            assertThat(answer.at("/packet/mail/update/" + way + "/result/errcode"))
                    .as(answer.text())
                    .isEqualTo("1013");
        }
    }

    @Test
    void whatAMailNameHasNothingOfIsRefusedUnlessItSaysSo() {
        for (var wrong : List.of(
                "<cp-access>true</cp-access>",
                "<antivir>inout</antivir>",
                "<outgoing-messages-mbox-limit>5</outgoing-messages-mbox-limit>",
                "<description>Empfang</description>",
                "<user-guid>5e0d5a5c-0000-0000-0000-000000000000</user-guid>")) {
            refused("1017", create("<name>neu</name>" + wrong));
            refused("1017", update("set", "<name>info</name>" + wrong));
        }
        malformed(create("<name>neu</name><mailgroup/>"));
        malformed(create("<name>neu</name><mailbox><quota>1048576</quota></mailbox>"));
        assertThat(told().count("//mailname")).isEqualTo(1);
        done(create("<name>neu</name><cp-access>false</cp-access><antivir>none</antivir>"
                + "<outgoing-messages-mbox-limit>default</outgoing-messages-mbox-limit><description/>"
                + "<autoresponder><enabled>false</enabled><text>Bin weg</text></autoresponder>"));
    }

    @Test
    void anUpdateIsOneOfThree() {
        for (var way : List.of("foo", "create"))
            assertThat(update(way, "<name>info</name><alias>hallo</alias>").at("//system/errcode"))
                    .isEqualTo("1014");
        var add = "<add>" + filter("<name>info</name><alias>hallo</alias>") + "</add>";
        for (var ways : List.of("", add + add))
            assertThat(biller.ask("<mail><update>" + ways + "</update></mail>").at("//system/errcode"))
                    .isEqualTo("1014");
        assertThat(views.forward(at("hallo"))).isEmpty();
    }

    private void isServed(boolean on, boolean served) throws IOException {
        var preferences =
                biller.ask("<mail><get_prefs><filter><site-id>" + site + "</site-id></filter></get_prefs></mail>");
        assertThat(preferences.at("//prefs/mailservice")).isEqualTo(String.valueOf(on));
        var told = biller.ask(
                "<webspace><get><filter><id>" + site + "</id></filter><dataset><mail/></dataset></get></webspace>");
        assertThat(told.at("//mail/mailservice")).isEqualTo(String.valueOf(on));
        assertThat(heard(at("info")).startsWith("250"))
                .as("what the server says")
                .isEqualTo(served);
    }

    @Test
    void whetherMailIsSwitchedOnIsToldAlsoOfWhoIsSuspendedAndSayingItAgainChangesNothing() throws IOException {
        isServed(true, true);
        biller.ask(status("webspace", host, 16));
        isServed(true, false);
        done(biller.ask("<mail><set_prefs><filter><site-id>" + site
                + "</site-id></filter><prefs><mailservice>true</mailservice></prefs></set_prefs></mail>"));
        biller.ask(status("webspace", host, 0));
        isServed(true, true);
        var service =
                "<webspace><set><filter><id>%d</id></filter><values><mail><mailservice>%s</mailservice></mail></values></set></webspace>";
        done(biller.ask(service.formatted(site, "false")));
        isServed(false, false);
        refused("1019", biller.ask(service.formatted(site, "vielleicht")));
        done(biller.ask(service.formatted(site, "true")));
        isServed(true, true);
        done(biller.ask("<webspace><set><filter><id>" + site
                + "</id></filter><values><hosting><none/></hosting></values></set></webspace>"));
        isServed(true, false);
    }

    @Test
    void whatIsSaidOfTheMailOfADomainIsWhatTheServersDo() {
        var say = "<webspace><set><filter><id>" + site
                + "</id></filter><values><mail>%s</mail></values></set></webspace>";
        for (var untrue : List.of(
                "<nonexistent-user><bounce>fort</bounce></nonexistent-user>",
                "<mail-provider><aps><package-uid>1</package-uid></aps></mail-provider>"))
            refused("1017", biller.ask(say.formatted(untrue)));
        done(biller.ask(say.formatted("<nonexistent-user><reject/></nonexistent-user><webmail>roundcube</webmail>"
                + "<ip_address>127.0.0.1</ip_address>")));
        refused("1018", biller.ask(say.formatted("<ip_address>192.0.2.1</ip_address>")));
        var told = biller.ask(
                "<webspace><get><filter><id>" + site + "</id></filter><dataset><mail/></dataset></get></webspace>");
        var prefs = biller.ask("<mail><get_prefs><filter/></get_prefs></mail>");
        for (var way : List.of("//mail", "//result[site-id='" + site + "']/prefs")) {
            var answer = way.equals("//mail") ? told : prefs;
            assertThat(answer.count(way + "/nonexistent-user/reject")).isEqualTo(1);
            assertThat(answer.at(way + "/webmail")).isEqualTo("roundcube");
            assertThat(answer.at(way + "/ip_address")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void ofTwoDomainsAtOnceNothingIsToldAndNothingIsDone() {
        assertThat(biller.ask("<mail><get_info><filter><site-id>" + site + "</site-id><site-id>" + site
                                + "</site-id></filter></get_info></mail>")
                        .at("//system/errcode"))
                .isEqualTo("1014");
    }

    @Test
    void whoseMailIsMeantIsSaidWithoutMistake() {
        var get = "<mail><get_prefs>%s</get_prefs></mail>";
        var one = "<filter><site-id>" + site + "</site-id></filter>";
        for (var filter : List.of(
                "<filter><site-name>" + host + "</site-name></filter>",
                "<filter><nichts/></filter>",
                "<filter>1</filter>",
                one + one))
            assertThat(biller.ask(get.formatted(filter)).at("//system/errcode"))
                    .as(filter)
                    .isEqualTo("1014");
        assertThat(biller.ask(get.formatted(one)).number("//result/site-id")).isEqualTo(site);
    }

    @Test
    void whichMailNameIsChangedIsSaidWithoutMistake() {
        var alias = "<name>info</name><alias>hallo</alias>";
        for (var filter : List.of(
                filter(alias) + filter(alias),
                filter(alias).replace("<site-id>" + site + "</site-id>", ""),
                "<filter><site-id>" + site + "</site-id></filter>",
                filter("<alias>hallo</alias>")))
            assertThat(biller.ask("<mail><update><set>%s</set></update></mail>".formatted(filter))
                            .at("//system/errcode"))
                    .as(filter)
                    .isEqualTo("1014");
        refused("1013", update("set", "<id>99999999</id>" + alias));
        assertThat(views.forward(at("hallo"))).isEmpty();
        done(update("set", "<id>" + told().at("//mailname[name='info']/id") + "</id>" + alias));
        assertThat(views.forward(at("hallo"))).isPresent();
    }
}
