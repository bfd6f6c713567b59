package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Active in a figure is what has status 0 where it is told itself: the one is counted by the database, the other is
/// said
/// of each.
class ActiveForBillersStory extends BillingTest {

    private static final int[] CODES = {4, 8, 16, 32, 64, 512, 1024};
    private static final List<String> WEBSITE = List.of("website.none", "website.disabled");

    /// What can be the matter with something, and goes away again.
    private record Matter(String name, Runnable begins, Runnable ends) {}

    private Given.Account reseller;
    private Given.Account customer;
    private long main;
    private long additional;

    @BeforeEach
    void aResellerWithACustomerOfTwoDomains() {
        reseller = given.reseller("Bezirk Zählt");
        customer = given.customer("Gasthof Zählt", reseller);
        main = given.subscription(customer).id();
        additional = given.number(
                "insert into wirt.site (subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                        + "select subscription_id, customer_id, reseller_id, node_id, ?, 'further' from wirt.site where id = ? returning id",
                Given.unique() + ".example",
                main);
    }

    private Matter reason(String subject, long id, int code) {
        return new Matter(
                subject + " " + id + ": " + code,
                () -> given.reason(
                        subject, id, subject.equals("account") && id == reseller.id() ? reseller : customer, code),
                () -> given.database.execute(
                        "delete from wirt.reason where subject = ? and subject_id = ? and code = ?",
                        subject,
                        id,
                        code));
    }

    private Matter date(String table, String key, long id) {
        var sql = "update wirt." + table + " set expires_at = %s where " + key + " = ?";
        return new Matter(
                table + " has expired",
                () -> given.database.execute(sql.formatted("now() - interval '1 minute'"), id),
                () -> given.database.execute(sql.formatted("null"), id));
    }

    private Matter off(long site) {
        var sql = "update wirt.site set disabled = %s where id = ?";
        return new Matter(
                site + " is off",
                () -> given.database.execute(sql.formatted("true"), site),
                () -> given.database.execute(sql.formatted("false"), site));
    }

    private Matter kept(long site, String name) {
        var subject = site == main ? "subscription" : "site";
        return new Matter(
                site + " " + name,
                () -> given.database.execute("insert into wirt.kept values (?, ?, ?, 'true')", subject, site, name),
                () -> given.database.execute(
                        "delete from wirt.kept where subject = ? and subject_id = ? and name = ?",
                        subject,
                        site,
                        name));
    }

    /// Each of them alone, any together, and nothing at all.
    private void agreesUnder(List<Matter> matters) {
        for (int some = 0; some < 1 << matters.size(); some++) {
            var these = new ArrayList<Matter>();
            for (int i = 0; i < matters.size(); i++) if ((some >> i & 1) == 1) these.add(matters.get(i));
            these.forEach(matter -> matter.begins.run());
            agrees(these.stream().map(Matter::name).toList().toString());
            these.forEach(matter -> matter.ends.run());
        }
    }

    private void agrees(String why) {
        var sites = biller.ask("<site><get><filter><id>" + main + "</id><id>" + additional
                + "</id></filter><dataset><gen_info/></dataset></get></site>");
        var active = Long.toString(sites.count("//gen_info[status='0']"));
        var his = biller.ask("<customer><get><filter><id>" + customer.id()
                + "</id></filter><dataset><gen_info/><stat/></dataset></get></customer>");
        var above = biller.ask("<reseller><get><filter><id>" + reseller.id()
                + "</id></filter><dataset><stat/></dataset></get></reseller>");
        assertThat(sites.count("//gen_info")).as(sites.text()).isEqualTo(2);
        assertThat(his.at("//stat/active_domains")).as(why).isEqualTo(active);
        assertThat(above.at("//stat/active-domains")).as(why).isEqualTo(active);
        assertThat(above.at("//stat/active-clients"))
                .as(why)
                .isEqualTo(his.at("//gen_info/status").equals("0") ? "1" : "0");
    }

    @Test
    void whateverReasonThereIsAndWhoseverItIs() {
        for (int code : CODES) {
            var all = new ArrayList<Matter>();
            for (long site : List.of(main, additional)) all.add(reason("site", site, code));
            all.add(reason("subscription", main, code));
            for (var account : List.of(customer, reseller)) all.add(reason("account", account.id(), code));
            for (var one : all) {
                one.begins.run();
                agrees(one.name);
                one.ends.run();
            }
        }
        agreesUnder(List.of(
                reason("site", additional, 8),
                reason("subscription", main, 64),
                reason("account", customer.id(), 32),
                reason("account", reseller.id(), 16),
                date("subscription", "id", main),
                date("reseller", "account_id", reseller.id())));
    }

    @Test
    void whateverHasBecomeOfTheWebsites() {
        var matters = new ArrayList<Matter>();
        for (long site : List.of(main, additional)) {
            matters.add(off(site));
            for (var name : WEBSITE) matters.add(kept(site, name));
        }
        agreesUnder(matters);
    }
}
