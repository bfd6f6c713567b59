package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.Test;

/// DNS, mail and FTP by the XML dialect.
class BillingHostingStory extends BillingTest {

    @Test
    void dnsRecordsMailNamesAndFtpUsersAreReal() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var id = biller.ask(webspace(host, owner, "")).number("//result/id");

        var mx = biller.ask("<dns><add_rec><site-id>" + id
                + "</site-id><type>MX</type><host></host><value>mail.elsewhere.example</value><opt>10</opt></add_rec>"
                + "<add_rec><site-id>" + id
                + "</site-id><type>TXT</type><host>_acme-challenge</host><value>abc</value></add_rec></dns>");
        assertThat(mx.count("//add_rec/result[status='ok']")).as(mx.text()).isEqualTo(2);
        var records = biller.ask("<dns><get_rec><filter><site-id>" + id + "</site-id></filter></get_rec></dns>");
        assertThat(records.at("//data[type='TXT']/host")).isEqualTo("_acme-challenge." + host + ".");
        assertThat(records.at("//data[type='MX']/opt")).isEqualTo("10");
        var record = mx.at("//add_rec[1]/result/id");
        assertThat(biller.ask("<dns><del_rec><filter><id>" + record + "</id></filter></del_rec></dns>")
                        .at("//result/id"))
                .isEqualTo(record);
        var gone = biller.ask("<dns><del_rec><filter><id>" + record + "</id></filter></del_rec></dns>");
        assertThat(gone.at("//errtext")).isEqualTo("Record does not exist");
        assertThat(gone.at("//result/id")).isEqualTo(record);
        assertThat(biller.ask(
                                "<dns><add_rec><site-id>888888888</site-id><type>A</type><host/><value>192.0.2.1</value></add_rec></dns>")
                        .at("//errcode"))
                .isEqualTo("1015");

        var box = biller.ask("<mail><create><filter><site-id>" + id
                + "</site-id><mailname><name>info</name><mailbox><enabled>true</enabled><quota>10485760</quota></mailbox>"
                + "<forwarding><enabled>true</enabled><address>a@elsewhere.example</address><address>b@elsewhere.example</address></forwarding>"
                + "<password><value>geheim5</value><type>plain</type></password></mailname></filter></create></mail>");
        assertThat(box.at("//result/status")).as(box.text()).isEqualTo("ok");
        var told = biller.ask("<mail><get_info><filter><site-id>" + id
                + "</site-id></filter><mailbox/><forwarding/><aliases/></get_info></mail>");
        assertThat(told.at("//mailname/name")).isEqualTo("info");
        assertThat(told.at("//mailname/mailbox/quota")).isEqualTo("10485760");
        assertThat(told.count("//mailname/forwarding/address")).isEqualTo(2);
        assertThat(given.number("select count(*) from node.mail_user where domain = ? and live", host))
                .isEqualTo(1);
        biller.ask(status("webspace", host, 16));
        assertThat(given.number("select count(*) from node.mail_user where domain = ? and live", host))
                .isZero();
        biller.ask(status("webspace", host, 0));
        var bare = biller.ask("<mail><create><filter><site-id>" + id
                + "</site-id><mailname><name>leer</name></mailname></filter></create></mail>");
        assertThat(bare.number("//mailname/id")).isPositive();
        assertThat(biller.ask("<mail><remove><filter><site-id>" + id
                                + "</site-id><name>info</name><name>leer</name></filter></remove></mail>")
                        .count("//result[status='ok']"))
                .isEqualTo(2);
        var none = biller.ask("<mail><get_info><filter><site-id>" + id + "</site-id></filter></get_info></mail>");
        assertThat(none.at("//result/status")).isEqualTo("ok");
        assertThat(none.count("//mailname")).isZero();

        var user = "z" + Given.unique();
        var ftp = biller.ask("<ftp-user><add><name>" + user
                + "</name><password>geheim5</password><home>/httpdocs</home><webspace-id>" + id
                + "</webspace-id></add></ftp-user>");
        assertThat(ftp.at("//result/status")).as(ftp.text()).isEqualTo("ok");
        assertThat(biller.ask("<ftp-user><get><filter><webspace-name>" + host
                                + "</webspace-name></filter></get></ftp-user>")
                        .at("//result/name"))
                .isEqualTo(user);
        assertThat(biller.ask("<ftp-user><del><filter><name>" + user + "</name></filter></del></ftp-user>")
                        .at("//status"))
                .isEqualTo("ok");
    }

    @Test
    void anAddressIsTheNameOfAMailServerForClientsAndForNobodyElse() {
        var subscription = given.subscription(given.customer("Gasthof Adresse"));
        given.administratorsPassword();
        var admin = new Biller(address(), "admin", Given.PASSWORD);
        var made = admin.ask("<dns><add_rec><site-id>" + subscription.id()
                + "</site-id><type>MX</type><host>post</host><value>192.0.2.1</value><opt>10</opt></add_rec></dns>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        var id = made.at("//result/id");
        assertThat(admin.ask("<dns><get_rec><filter><id>" + id + "</id></filter></get_rec></dns>")
                        .at("//data/value"))
                .isEqualTo("192.0.2.1.");
        var page = "/dns/" + id;
        var administrator = administrator();
        administrator.get(page);
        assertThat(administrator
                        .post(page, "name", "post", "type", "MX", "value", "192.0.2.1", "priority", "20")
                        .words())
                .contains("Eine IP-Adresse ist hier nicht möglich.");
        assertThat(admin.ask("<dns><del_rec><filter><id>" + id + "</id></filter></del_rec></dns>")
                        .at("//result/status"))
                .isEqualTo("ok");
    }

    /// What a client does that gets certificates by the DNS, with the customer's own login.
    @Test
    void aCustomerWritesIntoHisOwnDnsAndSeesNothingOfOthers() {
        var customer = given.customer("Gasthof Acme");
        var subscription = given.subscription(customer);
        var foreign = given.subscription(given.customer("Gasthof Fremd"));
        var his = new Biller(address(), customer.username(), Given.PASSWORD);
        assertThat(his.ask("<customer><get-domain-list><filter/></get-domain-list></customer>")
                        .at("//errcode"))
                .isEqualTo("1006");
        given.permit(subscription, "remote_api", "manage_dns");
        var domains = his.ask("<customer><get-domain-list><filter/></get-domain-list></customer>");
        assertThat(domains.at("//domain/ascii-name")).as(domains.text()).isEqualTo(subscription.name());
        assertThat(domains.count("//domain")).isEqualTo(1);
        var record =
                "<dns><add_rec><site-id>%d</site-id><type>TXT</type><host>_acme-challenge</host><value>abc</value></add_rec></dns>";
        var made = his.ask(record.formatted(subscription.id()));
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        assertThat(his.ask(record.formatted(foreign.id())).at("//errcode")).isEqualTo("1015");
        assertThat(his.ask("<dns><del_rec><filter><id>" + made.at("//result/id") + "</id></filter></del_rec></dns>")
                        .at("//result/status"))
                .isEqualTo("ok");
        for (var packet : new String[] {
            "<customer><get><filter/><dataset><gen_info/></dataset></get></customer>",
            "<event_log><get/></event_log>",
            "<server><get><stat/></get></server>",
            "<service-plan><get><filter/></get></service-plan>",
            "<reseller><get><filter/><dataset/></get></reseller>"
        }) assertThat(his.ask(packet).at("//errcode")).as(packet).isEqualTo("1006");
    }

    @Test
    void aCustomerManagesHisMailByTheDialectToo() {
        var customer = given.customer("Gasthof Post");
        var subscription = given.subscription(customer);
        given.permit(subscription, "remote_api", "manage_mail");
        var his = new Biller(address(), customer.username(), Given.PASSWORD);
        var made = his.ask("<mail><create><filter><site-id>" + subscription.id()
                + "</site-id><mailname><name>leer</name></mailname></filter></create></mail>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        assertThat(his.ask("<mail><get_info><filter><site-id>" + subscription.id()
                                + "</site-id></filter></get_info></mail>")
                        .at("//mailname/name"))
                .isEqualTo("leer");
        var set = his.ask(
                "<site><set><filter><id>" + subscription.id()
                        + "</id></filter><values><gen_setup><description>Notiz</description></gen_setup></values></set></site>");
        assertThat(set.at("//result/status")).as(set.text()).isEqualTo("ok");
    }

    @Test
    void domainsAreRenamed() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var id = biller.ask(webspace(host, owner, "")).number("//result/id");
        var name = "neu-" + host;
        var renamed =
                biller.ask("<webspace><set><filter><owner-id>" + owner + "</owner-id></filter><values><gen_setup><name>"
                        + name + "</name></gen_setup></values></set></webspace>");
        assertThat(renamed.at("//result/status")).as(renamed.text()).isEqualTo("ok");
        assertThat(biller.ask(by("webspace", "get", "name", host).replace("</get>", "<dataset/></get>"))
                        .at("//errcode"))
                .isEqualTo("1013");
        assertThat(biller.ask(by("webspace", "get", "name", name).replace("</get>", "<dataset/></get>"))
                        .number("//result/id"))
                .isEqualTo(id);
        assertThat(given.number("select count(*) from node.web where host = ? and state = 'on'", name))
                .isEqualTo(1);
        assertThat(given.number("select count(*) from node.web where host = ?", host))
                .isZero();

        var sub = biller.ask("<subdomain><add><parent>" + name + "</parent><name>shop</name></add></subdomain>")
                .number("//result/id");
        assertThat(biller.ask("<subdomain><rename><id>" + sub + "</id><name>laden</name></rename></subdomain>")
                        .at("//status"))
                .isEqualTo("ok");
        assertThat(biller.ask(by("subdomain", "get", "id", sub)).at("//data/name"))
                .isEqualTo("laden." + name);
        var site = biller.ask("<site><set><filter><id>" + sub + "</id></filter><values><gen_setup><name>" + name
                + "</name></gen_setup></values></set></site>");
        assertThat(site.at("//errcode")).as("taken").isEqualTo("1007");
    }
}
