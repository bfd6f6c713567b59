package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What billing systems say of plans is told again as it was said, or refused.
class PlansOfBillersStory extends BillersDeedsTest {

    private String name;

    @BeforeEach
    void aName() {
        name = "Paket " + Given.unique();
    }

    private String told(String way) {
        return biller.ask(by("service-plan", "get", "name", name)).at(way);
    }

    @Test
    void howLogsAreTurnedOver() {
        done(
                addNamed(
                        "service-plan",
                        name,
                        "<log-rotation><on><log-condition><log-bytime>Daily</log-bytime></log-condition>"
                                + "<log-max-num-files>3</log-max-num-files><log-compress>false</log-compress></on></log-rotation>"));
        assertThat(told("//log-condition/log-bytime")).isEqualTo("Daily");
        assertThat(told("//log-condition/log-bysize")).as("by one of them").isEmpty();
        assertThat(told("//log-rotation/on/log-max-num-files")).isEqualTo("3");
        assertThat(told("//log-rotation/on/log-compress")).isEqualTo("false");

        done(setNamed("service-plan", name, "<log-rotation><off/></log-rotation>"));
        var off = biller.ask(by("service-plan", "get", "name", name));
        assertThat(off.count("//log-rotation/off")).isEqualTo(1);
        assertThat(off.count("//log-rotation/on")).isZero();
        refused(
                "1019",
                setNamed(
                        "service-plan",
                        name,
                        "<log-rotation><on><log-condition><log-bytime>Hourly</log-bytime></log-condition></on></log-rotation>"));
    }

    @Test
    void namesThatWirtDoesNotKnow() {
        var said = "<limits>" + limit("ext_limit_q", "5") + limit("ext_limit_r", "-1") + "</limits><permissions>"
                + permission("ext_permission_q", "true") + permission("select_db_server", "true")
                + permission("allow_insecure_sites", "false") + "</permissions>";
        for (var operator : new String[] {"service-plan", "reseller-plan"}) {
            done(addNamed(operator, name, said));
            done(setNamed(operator, name, "<limits>" + limit("max_box", "3") + "</limits>"));
            var told = biller.ask("<%s><get><filter><name>%s</name></filter><limits/><permissions/></get></%s>"
                    .replace(
                            "<limits/><permissions/>", operator.equals("service-plan") ? "" : "<limits/><permissions/>")
                    .formatted(operator, name, operator));
            assertThat(told.at("//limit[name='ext_limit_q']/value"))
                    .as(told.text())
                    .isEqualTo("5");
            assertThat(told.at("//limit[name='ext_limit_r']/value")).isEqualTo("-1");
            assertThat(told.at("//permission[name='ext_permission_q']/value")).isEqualTo("true");
            assertThat(told.at("//permission[name='select_db_server']/value")).isEqualTo("true");
            assertThat(told.at("//permission[name='allow_insecure_sites']/value"))
                    .isEqualTo("false");
        }
        var id = given.number("select id from wirt.plan where name = ? and kind = 'HOSTING'", name);
        var form = administrator().get("/plans/" + id);
        var version = form.body().replaceFirst("(?s).*name=\"version\"[^>]*value=\"([^\"]*)\".*", "$1");
        assertThat(administrator()
                        .postFrom(
                                "/plans/" + id,
                                "/plans/" + id,
                                "kind",
                                "HOSTING",
                                "name",
                                name,
                                "overuse",
                                "NOT_ALLOWED",
                                "version",
                                version)
                        .status())
                .isEqualTo(200);
        assertThat(told("//limit[name='ext_limit_q']/value"))
                .as("no form of the pages names it")
                .isEqualTo("5");
    }

    @Test
    void whatOnlyTheOtherKindOfPlanCountsIsRefused() {
        refused("1019", addNamed("reseller-plan", name, "<limits>" + limit("max_site", "12") + "</limits>"));
        refused("1019", addNamed("service-plan", name, "<limits>" + limit("max_dom", "12") + "</limits>"));
        refused("1019", addNamed("service-plan-addon", name, "<limits>" + limit("max_cl", "12") + "</limits>"));
    }

    @Test
    void theAddressesOfAResellersPlan() {
        var pool = "<ip-pool><ip-address>%s</ip-address><allocate-ip>%s</allocate-ip></ip-pool>";
        refused("1018", addNamed("reseller-plan", name, pool.formatted("198.51.100.77", "0")));
        var here = biller.ask("<ip><get/></ip>").at("//ip_address");
        refused("1017", addNamed("reseller-plan", name, pool.formatted(here, "2")));
        done(addNamed("reseller-plan", name, pool.formatted(here, "0")));
        var told = biller.ask(
                "<reseller-plan><get><filter><name>" + name + "</name></filter><ip-pool/></get></reseller-plan>");
        assertThat(told.at("//ip-pool/ip-address")).isEqualTo(here);
        assertThat(told.at("//ip-pool/allocate-ip")).isEqualTo("0");
    }

    @Test
    void mailForNobodyAndTheWebServer() {
        done(addNamed(
                "service-plan",
                name,
                "<mail><nonexistent-user><forward>alle@gasthof.example</forward></nonexistent-user></mail>"
                        + "<hosting-type>vrt_hst</hosting-type>"
                        + "<web-server-settings><additional>Options -Indexes</additional></web-server-settings>"));
        assertThat(told("//mail/nonexistent-user/forward")).isEqualTo("alle@gasthof.example");
        assertThat(told("//web-server-settings/additional")).isEqualTo("Options -Indexes");
        done(setNamed("service-plan", name, "<mail><nonexistent-user><reject/></nonexistent-user></mail>"));
        assertThat(biller.ask(by("service-plan", "get", "name", name)).count("//nonexistent-user/reject"))
                .isEqualTo(1);
        refused("1017", addNamed("service-plan", name + " ohne", "<hosting-type>none</hosting-type>"));
        refused("1017", setNamed("service-plan", name, "<hosting><none/></hosting>"));
        refused(
                "1019",
                setNamed("service-plan", name, "<mail><nonexistent-user><verlieren/></nonexistent-user></mail>"));
    }

    @Test
    void scriptsOfWebUsersHaveTwoSpellingsAndOneMeaning() {
        var property = "<property><name>%s</name><value>%s</value></property>";
        done(addNamed("service-plan", name, "<hosting>" + property.formatted("wu_script", "true") + "</hosting>"));
        assertThat(told("//property[name='wu_script']/value")).isEqualTo("true");
        long id = done(webspace(Given.unique() + ".example", made(login, ""), "<plan-name>" + name + "</plan-name>"));
        assertThat(scripts(id)).isEqualTo("true");
        done(set(
                "webspace",
                id,
                "<values><hosting><vrt_hst>" + property.formatted("wu_script", "false")
                        + "</vrt_hst></hosting></values>"));
        assertThat(scripts(id)).isEqualTo("false");
    }

    private String scripts(long webspace) {
        var told = told("webspace", webspace, "<dataset><hosting/></dataset>");
        assertThat(told.count("//property[name='wu_script']")).as(told.text()).isZero();
        return told.at("//property[name='wuscripts']/value");
    }

    @Test
    void aCopyIsNotWhatAnotherSystemNames() {
        var crm = "crm-" + Given.unique();
        var external = "<external-id>" + crm + "</external-id>";
        for (var operator : new String[] {"service-plan", "service-plan-addon", "reseller-plan"}) {
            done(addNamed(operator, name, external));
            refused("1007", addNamed(operator, name + " zwei", external));
            done(
                    operator.equals("reseller-plan")
                            ? "<reseller-plan><duplicate><name>" + name + "</name><duplicate-name>" + name
                                    + " drei</duplicate-name></duplicate></reseller-plan>"
                            : "<%s><duplicate><filter><name>%s</name></filter><duplicate-name>%s drei</duplicate-name></duplicate></%s>"
                                    .formatted(operator, name, name, operator));
            done(setNamed(operator, name, external));
            refused("1007", setNamed(operator, name + " drei", external));
            assertThat(biller.ask(by(operator, "get", "external-id", crm)).at("//result/name"))
                    .as(operator)
                    .isEqualTo(name);
        }
        var reseller = given.reseller("Netzwirt Fremd");
        done(addNamed("service-plan", name, "<owner-id>" + reseller.id() + "</owner-id>" + external));
    }

    @Test
    void aCopyOfAResellersPlanKeepsItsWord() {
        done(addNamed(
                "reseller-plan",
                name,
                "<limits><resource-policy><overuse>not_suspend_notify</overuse></resource-policy></limits>"));
        done("<reseller-plan><duplicate><name>" + name + "</name><duplicate-name>" + name
                + " zwei</duplicate-name></duplicate></reseller-plan>");
        assertThat(biller.ask("<reseller-plan><get><filter><name>" + name
                                + " zwei</name></filter><limits/></get></reseller-plan>")
                        .at("//resource-policy/overuse"))
                .isEqualTo("not_suspend_notify");
    }

    @Test
    void aResellersPlanOfANameAloneIsWithinWhatHeHolds() {
        var reseller = given.reseller("Netzwirt Knapp");
        given.database.execute(
                "update wirt.reseller set limits = '{\"max_box\":7,\"max_users\":3,\"max_traffic\":1000}', "
                        + "permissions = '{\"remote_api\":true,\"panel_access\":true,\"manage_subdomains\":true}' where account_id = ?",
                reseller.id());
        var own = new Biller(address(), reseller.username(), Given.PASSWORD);
        var made = own.ask(addNamed("service-plan", name, ""));
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        var told = own.ask(by("service-plan", "get", "name", name));
        assertThat(told.at("//limit[name='max_box']/value")).isEqualTo("7");
        assertThat(told.at("//limit[name='max_db']/value")).isEqualTo("-1");
        assertThat(told.at("//permission[name='manage_subdomains']/value")).isEqualTo("true");
        assertThat(told.at("//permission[name='manage_spamfilter']/value")).isEqualTo("false");
        assertThat(own.ask(addNamed("service-plan", name + " mehr", "<limits>" + limit("max_box", "8") + "</limits>"))
                        .at("//errcode"))
                .as("what is said is not made smaller")
                .isEqualTo("1019");
    }

    @Test
    void whatIsUnlimitedGrantsAll() {
        var told = biller.ask(by("service-plan", "get", "name", "Unlimited"));
        assertThat(told.count("//permission")).isGreaterThan(20);
        assertThat(
                        told.count(
                                "//permission[value='false' and name!='remote_access_interface' and name!='override_web_policy']"))
                .as("but what could harm: " + told.text())
                .isZero();
    }

    @Test
    void whatIsMadeFromAPlanTellsWhatThePlanSays() {
        done(
                addNamed(
                        "service-plan",
                        name,
                        "<hosting><property><name>php</name><value>false</value></property><property><name>ssl</name><value>false</value></property></hosting>"
                                + "<permissions>" + permission("select_db_server", "true") + "</permissions>"
                                + "<php-settings><setting><name>memory_limit</name><value>64M</value></setting></php-settings>"));
        var host = Given.unique() + ".example";
        done(
                ("<webspace><add><gen_setup><name>%s</name></gen_setup><hosting><vrt_hst><property><name>ftp_login</name><value>f%s</value></property>"
                                + "<property><name>ftp_password</name><value>geheim5</value></property><property><name>ssl</name><value>true</value></property>"
                                + "</vrt_hst></hosting><plan-name>%s</plan-name></add></webspace>")
                        .formatted(host, Given.unique(), name));
        var told = biller.ask("<webspace><get><filter><name>" + host
                + "</name></filter><dataset><hosting/><permissions/><php-settings/></dataset></get></webspace>");
        assertThat(told.at("//property[name='php']/value")).as(told.text()).isEqualTo("false");
        assertThat(told.at("//property[name='ssl']/value")).as("said of itself").isEqualTo("true");
        assertThat(told.at("//permission[name='select_db_server']/value")).isEqualTo("true");
        assertThat(told.at("//setting[name='memory_limit']/value")).isEqualTo("64M");
    }

    @Test
    void mailingListsAreToldOfPlansAlone() {
        var hosting = "<hosting><property><name>wuscripts</name><value>true</value></property></hosting>";
        done(addNamed(
                "service-plan", name, hosting + "<mail><maillists>true</maillists><webmail>horde</webmail></mail>"));
        assertThat(told("//property[name='wu_script']/value"))
                .as("in the spelling of plans")
                .isEqualTo("true");
        assertThat(told("//mail/maillists")).isEqualTo("true");
        var id = done(webspace(Given.unique() + ".example", made(login, ""), "<plan-name>" + name + "</plan-name>"));
        assertThat(scripts(id)).isEqualTo("true");
        var mail = told("webspace", id, "<dataset><mail/></dataset>");
        assertThat(mail.at("//mail/webmail")).isEqualTo("horde");
        assertThat(mail.count("//mail/maillists")).isZero();
    }

    @Test
    void whoNamesNoPlanChangesNone() {
        done(addNamed("service-plan", name, "<limits>" + limit("max_wu", "3") + "</limits>"));
        done(addNamed("service-plan-addon", name, "<limits>" + limit("max_wu", "3") + "</limits>"));
        done(addNamed("reseller-plan", name, "<limits>" + limit("max_wu", "3") + "</limits>"));
        var more = "<limits>" + limit("max_wu", "77") + "</limits>";
        for (var operator : new String[] {"service-plan", "service-plan-addon"}) {
            refused("1019", "<%1$s><set><filter/>%2$s</set></%1$s>".formatted(operator, more));
            refused(
                    "1019",
                    "<%1$s><duplicate><filter/><duplicate-name>Kopie</duplicate-name></duplicate></%1$s>"
                            .formatted(operator));
        }
        refused("1019", "<reseller-plan><set><filter><all/></filter>" + more + "</set></reseller-plan>");
        for (var operator : new String[] {"service-plan", "service-plan-addon", "reseller-plan"})
            assertThat(biller.ask("<%1$s><get><filter><name>%2$s</name></filter><limits/></get></%1$s>"
                                    .formatted(operator, name))
                            .at("//limit[name='max_wu']/value"))
                    .isEqualTo("3");
    }

    @Test
    void theWordForWhatHappensAboveALimitGoesAlong() {
        done(addNamed("service-plan", name, "<limits><overuse>normal</overuse></limits>"));
        done(addNamed("service-plan", name + " b", "<limits><overuse>not_suspend_notify</overuse></limits>"));
        var host = Given.unique() + ".example";
        done(
                ("<webspace><add><gen_setup><name>%s</name></gen_setup><hosting><vrt_hst><property><name>ftp_login</name><value>f%s</value></property>"
                                + "<property><name>ftp_password</name><value>geheim5</value></property></vrt_hst></hosting><plan-name>%s</plan-name></add></webspace>")
                        .formatted(host, Given.unique(), name));
        var get = "<webspace><get><filter><name>" + host
                + "</name></filter><dataset><limits/></dataset></get></webspace>";
        assertThat(biller.ask(get).at("//limits/overuse")).isEqualTo("normal");
        done("<webspace><switch-subscription><filter><name>" + host + "</name></filter><plan-name>" + name
                + " b</plan-name></switch-subscription></webspace>");
        assertThat(biller.ask(get).at("//limits/overuse")).isEqualTo("not_suspend_notify");

        var policy = "<limits><resource-policy><overuse>%s</overuse></resource-policy></limits>";
        done(addNamed("reseller-plan", name, policy.formatted("normal")));
        done(addNamed("reseller-plan", name + " b", policy.formatted("not_suspend_notify")));
        var login = "r" + Given.unique();
        done("<reseller><add><gen-info><pname>Rita</pname><login>" + login
                + "</login><passwd>geheim5</passwd></gen-info><plan-name>" + name + "</plan-name></add></reseller>");
        var his = "<reseller><get><filter><login>" + login
                + "</login></filter><dataset><limits/></dataset></get></reseller>";
        assertThat(biller.ask(his).at("//resource-policy/overuse")).isEqualTo("normal");
        done("<reseller><switch-subscription><filter><login>" + login + "</login></filter><plan-name>" + name
                + " b</plan-name></switch-subscription></reseller>");
        assertThat(biller.ask(his).at("//resource-policy/overuse")).isEqualTo("not_suspend_notify");
    }
}
