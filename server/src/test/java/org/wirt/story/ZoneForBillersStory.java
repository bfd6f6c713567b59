package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Billing systems hear all that the DNS of a domain answers, also what nobody has written.
class ZoneForBillersStory extends BillingTest {

    private long site;
    private String host;

    @BeforeEach
    void aDomainThatIsAnswered() {
        host = Given.unique() + ".example";
        site = biller.ask(webspace(host, made(login, ""), "")).number("//result/id");
        given.nameServer();
    }

    @AfterEach
    void nobodyAnswers() {
        given.noNameServer();
    }

    private Biller.Answer records() {
        return biller.ask(by("dns", "get_rec", "site-id", Long.toString(site)));
    }

    private String removed(long record) {
        return biller.ask(by("dns", "del_rec", "id", Long.toString(record))).at("//result/errcode");
    }

    @Test
    void eachRecordOfTheServersHasANumberByWhichItIsFoundAgain() {
        var all = records();
        assertThat(all.count("//result[status='ok'][id][data/type]"))
                .as(all.text())
                .isEqualTo(6);
        assertThat(all.at("//data[type='A'][host='" + host + ".']/value")).isEqualTo("192.0.2.53");
        assertThat(all.at("//data[host='www." + host + ".']/type")).isEqualTo("A");
        assertThat(all.at("//data[type='NS']/value")).isEqualTo("ns1.netzwirt.example.");
        assertThat(all.at("//data[type='TXT']/value")).isEqualTo("v=spf1 a mx ~all");
        assertThat(all.at("//data[type='MX']/opt")).isEqualTo("10");
        assertThat(all.at("//data[type='MX']/value")).isEqualTo("mail." + host + ".");
        for (long id : all.numbers("//result/id")) {
            var one = biller.ask(by("dns", "get_rec", "id", Long.toString(id)));
            assertThat(one.number("//result/id")).as(one.text()).isEqualTo(id);
            assertThat(one.at("//data/type")).isEqualTo(all.at("//result[id=" + id + "]/data/type"));
        }
        assertThat(biller.ask("<dns><get_rec><filter/></get_rec></dns>").numbers("//result/id"))
                .containsAll(all.numbers("//result/id"));
    }

    @Test
    void whoChangesTheMailServerAddsHisAndRemovesTheOneBefore() {
        long before = records().number("//result[data/type='MX']/id");
        assertThat(removed(before)).as("still said").isEqualTo("1023");

        var added = biller.ask("<dns><add_rec><site-id>" + site
                + "</site-id><type>MX</type><host></host><value>mx.filter.example</value><opt>5</opt></add_rec></dns>");
        assertThat(added.at("//result/status")).as(added.text()).isEqualTo("ok");
        assertThat(records().count("//data[type='MX']")).isEqualTo(1);
        assertThat(removed(before)).isEmpty();

        assertThat(removed(added.number("//result/id"))).isEmpty();
        assertThat(records().number("//result[data/type='MX']/id")).isEqualTo(before);
    }

    @Test
    void whatWasNeverThereIsNotSaidToBeGone() {
        long mx = records().number("//result[data/type='MX']/id");
        long address = records().number("//result[data/type='A'][data/host='" + host + ".']/id");
        assertThat(removed(address + 1)).as("an IPv6 address, that nobody has").isEqualTo("1013");
        given.noNameServer();
        assertThat(removed(mx)).as("a server would say so").isEqualTo("1023");
        biller.ask("<dns><add_rec><site-id>" + site
                + "</site-id><type>MX</type><host/><value>mx.filter.example</value><opt>5</opt></add_rec></dns>");
        assertThat(removed(mx)).isEmpty();
        assertThat(removed(address)).as("another type").isEqualTo("1023");
    }

    /// Programs expect that no zone is empty.
    @Test
    void whereNobodyAnswersYetItIsToldWhatWillBeAnswered() {
        var answered = records();
        given.noNameServer();
        var told = records();
        assertThat(told.numbers("//result/id"))
                .as("all but the name server")
                .isEqualTo(answered.numbers("//result[data/type!='NS']/id"));
        for (long id : told.numbers("//result/id"))
            for (var said : List.of("type", "host", "opt"))
                assertThat(told.at("//result[id=" + id + "]/data/" + said))
                        .isEqualTo(answered.at("//result[id=" + id + "]/data/" + said));
        assertThat(told.at("//data[type='A'][host='www." + host + ".']/value")).isEqualTo("127.0.0.1");
        assertThat(told.at("//data[type='MX']/value")).isEqualTo(answered.at("//data[type='MX']/value"));
        assertThat(told.at("//data[type='TXT']/value")).isEqualTo(answered.at("//data[type='TXT']/value"));
    }

    @Test
    void ofWhichDomainsTheZonesAreMeantIsSaidWithoutMistake() {
        var get = "<dns><get>%s</get></dns>";
        assertThat(biller.ask(get.formatted("<filter/>")).numbers("//result/site-id"))
                .contains(site)
                .isEqualTo(biller.ask(get.formatted("")).numbers("//result/site-id"));
        assertThat(biller.ask(get.formatted("<filter><site-alias-id>888888888</site-alias-id></filter>"))
                        .at("//result/errcode"))
                .isEqualTo("1015");
        var alias = biller.ask("<site-alias><create><site-id>" + site + "</site-id><name>" + Given.unique()
                        + ".example</name></create></site-alias>")
                .at("//result/id");
        assertThat(biller.ask(get.formatted("<filter><site-alias-id>" + alias + "</site-alias-id></filter>"))
                        .at("//result/errcode"))
                .isEqualTo("1017");
        for (var filter : List.of(
                "<nichts>99</nichts>", "<site-id>" + site + "</site-id><site-alias-id>99</site-alias-id>", "alle"))
            assertThat(biller.ask(get.formatted("<filter>" + filter + "</filter>"))
                            .at("//system/errcode"))
                    .as(filter)
                    .isEqualTo("1014");
    }

    @Test
    void ofTheTemplateOnlyRecordsThatAreNamedAreMeant() {
        var record = biller.ask("<dns><add_rec><type>TXT</type><host>vorlage</host><value>abc</value></add_rec></dns>")
                .at("//result/id");
        var of = "<dns><%1$s><filter>%2$s</filter><template/></%1$s></dns>";
        for (var kind : List.of("site-id", "site-alias-id", "dns-zone-name"))
            for (var operation : List.of("get_rec", "del_rec"))
                assertThat(biller.ask(of.formatted(operation, "<" + kind + ">" + record + "</" + kind + ">"))
                                .at("//system/errcode"))
                        .as(operation + " " + kind)
                        .isEqualTo("1014");
        assertThat(biller.ask(of.formatted("del_rec", "")).at("//errcode")).isEqualTo("1019");
        assertThat(biller.ask(of.formatted("get_rec", "")).numbers("//result/id"))
                .contains(Long.valueOf(record));
        assertThat(biller.ask(of.formatted("del_rec", "<id>" + record + "</id>"))
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask(of.formatted("get_rec", "<id>" + record + "</id>"))
                        .at("//errcode"))
                .isEqualTo("1013");
    }

    @Test
    void removingAllOfADomainLeavesWhatTheServersSay() {
        biller.ask("<dns><add_rec><site-id>" + site
                + "</site-id><type>TXT</type><host>_acme-challenge</host><value>abc</value></add_rec></dns>");
        var gone = biller.ask(by("dns", "del_rec", "site-id", Long.toString(site)));
        assertThat(gone.count("//result[status='ok']")).as(gone.text()).isEqualTo(1);
        assertThat(records().count("//result/data")).isEqualTo(6);
    }

    @Test
    void numbersOfOthersAndOfNothingAreNoRecords() {
        long before = records().number("//result[data/type='MX']/id");
        var other = given.reseller("Fremder Host");
        given.database.execute(
                "update wirt.reseller set permissions = '{\"panel_access\":true,\"remote_api\":true}' where account_id = ?",
                other.id());
        var stranger = new Biller(address(), other.username(), Given.PASSWORD);
        for (var operation : new String[] {"get_rec", "del_rec"}) {
            for (var id :
                    new String[] {Long.toString(before), Long.toString(before + 30), "1000000000", "9000000000000000000"
                    })
                assertThat(stranger.ask(by("dns", operation, "id", id)).at("//errcode"))
                        .as(operation + " " + id)
                        .isEqualTo("1013");
        }
    }

    @Test
    void theSecondInterfaceTellsTheSame() {
        var program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        var all = program.get("/api/v2/dns/records?domain=" + host);
        assertThat(all.body().size()).as(all.body().toString()).isEqualTo(6);
        long mx = records().number("//result[data/type='MX']/id");
        assertThat(program.get("/api/v2/dns/records/" + mx).at("opt")).isEqualTo("10");
        assertThat(program.put("/api/v2/dns/records/" + mx, "{\"value\":\"mx.filter.example\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.delete("/api/v2/dns/records/" + mx).status()).isEqualTo(400);
        assertThat(records().count("//data[type='MX']")).isEqualTo(1);
    }
}
