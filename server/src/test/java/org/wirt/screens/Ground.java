package org.wirt.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirt.story.Browser;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// What the paths of the screens mean by `{customer}`, `{job}` and the like, and some deeds done before, so that lists
/// of what happened show something.
final class Ground {

    private final Given given;
    private final Map<String, Long> ids = new HashMap<>();

    private Ground(Given given) {
        this.given = given;
    }

    /// Around this customer of this reseller. Of four more customers one is left alone, two are suspended and the last
    /// is removed.
    static Ground around(Given given, String address, long customer, long reseller, List<Long> others) {
        var ground = new Ground(given);
        ground.ids.put("customer", customer);
        ground.ids.put("reseller", reseller);
        ground.ids.put("other", others.getFirst());
        ground.ids.put("suspended", others.get(1));
        ground.put("first", "select min(id) from wirt.account where kind = 'CUSTOMER'");
        ground.put("subscription", "select min(id) from wirt.subscription where customer_id = ?", customer);
        ground.put("plan", "select min(id) from wirt.plan where kind = 'HOSTING'");
        given.user(new Given.Account(customer, reseller, 0, "", "", ""), "WEBMASTER");
        given.database.execute(
                "update wirt.login set contact_name = 'Anna Kowalski', username = 'anna.kowalski', email = 'anna.kowalski@example.org' "
                        + "where account_id = ? and not owner",
                customer);
        ground.put("user", "select min(id) from wirt.login where account_id = ? and not owner", customer);
        given.database.execute(
                "insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, name, type, value, ttl) "
                        + "select id, host, subscription_id, customer_id, reseller_id, node_id, 'shop', 'CNAME', "
                        + "'shops.example.net', 3600 from wirt.site where id = ?",
                ground.id("subscription"));
        ground.put("dns", "select min(id) from wirt.dns_record where site_id = ?", ground.id("subscription"));
        ground.deeds(address, others);
        ground.put("job", "select max(id) from wirt.job where verb = 'customer.suspend' and not single");
        ground.webHook();
        ground.put("webHook", "select max(id) from wirt.web_hook where account_id = 1");
        ground.put("message", "select max(id) from wirt.letter");
        given.database.execute("update wirt.login set locale = null");
        return ground;
    }

    /// One whose receiver has gone, with a line of each kind in its log.
    private void webHook() {
        given.database.execute(
                "insert into wirt.web_hook (account_id, reseller_id, name, url, secret, types, active, off_because, place) "
                        + "values (1, 1, 'Abrechnung', 'https://abrechnung.example/wirt', '', '{customer.*,plan.created}', false, 'GONE', 0)");
        given.database.execute(
                "insert into wirt.web_hook_delivery (hook_id, account_id, event_id, type, object, object_id, object_name, state, attempts, "
                        + "status, failure, duration_ms, answer, attempted_at, finished_at) "
                        + "select (select max(id) from wirt.web_hook where account_id = 1), 1, e.* from (values "
                        + "(1, 'customer.status-changed', 'customer', 7, 'Gasthof Adler', 'DELIVERED', 1, 204, '', 31, '', now(), now()), "
                        + "(2, 'customer.created', 'customer', 8, 'Pension Stern', 'GIVEN_UP', 12, 500, 'refused', 120, 'Internal error', now(), now()), "
                        + "(3, 'plan.created', 'plan', 3, 'Basis', 'WAITING', 2, null, 'timed-out', 15000, '', now(), null), "
                        + "(4, 'customer.moved', 'customer', 8, 'Pension Stern', 'SKIPPED', 0, null, '', null, '', null, now())) e");
    }

    long id(String word) {
        return ids.getOrDefault(word, 0L);
    }

    String path(String pattern) {
        var path = pattern;
        for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", String.valueOf(id.getValue()));
        return path;
    }

    private void put(String word, String sql, Object... values) {
        ids.put(word, given.number(sql, values));
    }

    private void deeds(String address, List<Long> others) {
        var administrator = new Browser(address);
        administrator.signIn("admin", Given.PASSWORD);
        var suspended = String.valueOf(others.get(1));
        var also = String.valueOf(others.get(2));
        administrator.post(
                "/bulk/customer.suspend", "id", suspended, "id", also, "reason", "Rechnung offen", "tell", "true");
        PanelTest.soon(
                () -> given.number("select count(*) from wirt.job where state in ('WAITING', 'RUNNING') or not single "
                                + "and verb = 'customer.suspend' and undoes is null and receipt_at is null")
                        == 0);
        administrator.post("/bulk/customer.remove", "id", String.valueOf(others.get(3)));
        administrator.post("/customers/" + suspended + "/description", "description", "Zahlt per Rechnung.");
        administrator.post("/customers/" + also + "/act-as");
        administrator.post("/act-as/end");
    }
}
