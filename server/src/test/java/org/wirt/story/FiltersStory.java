package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.hosting.SiteList;
import org.wirt.listing.KeysetList;
import org.wirt.subscription.SubscriptionList;

/// Each filter of the long lists finds the right ones and no others. What it finds is the same on the page, as its
/// number, in the table and for a verb on all of it; a neighbour's never are among them, although they are alike.
class FiltersStory extends PanelTest {

    private static final long GIGABYTE = 1L << 30;
    private static final Pattern LINE = Pattern.compile("(?m)^\\uFEFF?\"(\\d+)\"");
    private static final Pattern ROW = Pattern.compile("name=\"id\" value=\"(\\d+)\"");

    private final Given.Account reseller = given.reseller("Reseller Sieb " + Given.unique());
    private final Given.Account neighbour = given.reseller("Reseller Nachbar " + Given.unique());
    private final Given.Account one = given.customer("Gasthof Eins", reseller);
    private final Given.Account two = given.customer("Gasthof Zwei", reseller);
    private final Given.Account three = given.customer("Gasthof Drei", reseller);
    private final Given.Account foreign = given.customer("Gasthof Fremd", neighbour);
    private final Given.Subscription first = given.subscription(one);
    private final Given.Subscription second = given.subscription(two);
    private final Given.Subscription twin = given.subscription(foreign);
    private Browser his = new Browser("");
    private Browser admin = new Browser("");

    @Autowired
    CustomerList customers;

    @Autowired
    ResellerList resellers;

    @Autowired
    SubscriptionList subscriptions;

    @Autowired
    SiteList sites;

    @Autowired
    ScopedTransaction transaction;

    @BeforeEach
    void signIn() {
        his = signedIn(reseller.username());
        admin = administrator();
    }

    @Test
    void aReasonFindsThoseWhoCarryIt() {
        given.reason("account", one.id(), one, 16);
        given.reason("account", two.id(), two, 32);
        given.reason("account", three.id(), three, 32);
        given.reason("account", three.id(), three, 1024);
        given.reason("account", foreign.id(), foreign, 32);
        finds("customers?cause=admin", one.id());
        finds("customers?cause=reseller", two.id(), three.id());
        finds("customers?cause=security", three.id());
        finds("customers?cause=reseller&status=suspended&name=zwei", two.id());
        finds("customers?cause=reseller&status=active");
        finds("customers?cause=expired");
    }

    @Test
    void whoIsDarkWithHisResellerIsFoundByThat() {
        given.reason("account", two.id(), two, 32);
        finds("customers?cause=parent");
        given.reason("account", reseller.id(), reseller, 16);
        finds(admin, "customers?cause=parent&provider=" + reseller.id(), one.id(), two.id(), three.id());
        finds(admin, "customers?cause=parent&provider=" + neighbour.id());
        finds(admin, "subscriptions?cause=parent&provider=" + reseller.id(), first.id(), second.id());
        finds(admin, "domains?cause=parent&provider=" + reseller.id(), first.id(), second.id());
    }

    @Test
    void aDescriptionIsFoundByAPartOfItByWhomeverSeesIt() {
        note(one, "Zahlt über Lastschrift, 100% pünktlich");
        note(two, "Zahlt nie");
        note(foreign, "Zahlt über Lastschrift");
        note(reseller, "Lastschrift für alle seine Kunden");
        finds("customers?description=UBER+lastSCHRIFT", one.id());
        finds("customers?description=zahlt", one.id(), two.id());
        finds("customers?description=%25", one.id());
        finds("customers?description=ei");
        finds("customers?description=Gasthof");
        finds(admin, "customers?description=Lastschrift&provider=" + reseller.id(), one.id());
        finds(admin, "resellers?description=Lastschrift&name=" + reseller.name().replace(' ', '+'), reseller.id());
    }

    @Test
    void aPlanFindsWhoHasASubscriptionBoundToIt() {
        long plan = plan("HOSTING", reseller.id());
        bind(first, plan, "SYNCED");
        finds("customers?plan=" + plan, one.id());
        finds("customers?plan=custom", two.id());
        finds("subscriptions?plan=" + plan, first.id());
        bind(second, plan, "LOCKED");
        finds("customers?plan=" + plan, one.id(), two.id());
        admin.deed("subscription.remove", second.id());
        finds("customers?plan=" + plan, one.id());
        finds("customers?plan=custom");
    }

    @Test
    void whatEndsSoonIsFoundByTheDaysThatAreLeft() {
        ends(first, "current_date + 6");
        ends(second, "now() - interval '1 minute'");
        ends(twin, "current_date + 6");
        finds("customers?expires=5", one.id());
        finds("customers?expires=4");
        finds("subscriptions?expires=5", first.id());
        finds("subscriptions?expires=4");
        finds("subscriptions?cause=expired", second.id());
        finds("domains?cause=expired", second.id());
        ends(second, "current_date + 1");
        finds("customers?expires=0", two.id());
        finds("customers?expires=1000000000000", one.id(), two.id());
        admin.deed("subscription.remove", second.id());
        finds("customers?expires=1000000000000", one.id());
    }

    @Test
    void aResellerIsFoundByHisOwnTermAndPlan() {
        var among = "&name=" + reseller.name().replace(' ', '+');
        finds(admin, "resellers?plan=custom" + among, reseller.id());
        long plan = plan("RESELLER", 1);
        given.database.execute("update wirt.reseller set plan_id = ? where account_id = ?", plan, reseller.id());
        finds(admin, "resellers?plan=" + plan, reseller.id());
        finds(admin, "resellers?plan=custom" + among);
        ends(first, "current_date + 3");
        finds(admin, "resellers?expires=10" + among);
        given.database.execute(
                "update wirt.reseller set expires_at = current_date + 8 where account_id = ?", reseller.id());
        finds(admin, "resellers?expires=7" + among, reseller.id());
        finds(admin, "resellers?expires=6" + among);
        given.database.execute(
                "update wirt.reseller set expires_at = now() - interval '1 minute' where account_id = ?",
                reseller.id());
        finds(admin, "resellers?expires=7" + among);
        finds(admin, "resellers?cause=expired" + among, reseller.id());
        finds(admin, "resellers?cause=admin" + among);
    }

    @Test
    void whoHasUsedMoreThanHisShareOfDiskSpaceIsFound() {
        uses(first, 9 * GIGABYTE, "{\"disk_space\":10737418240}");
        uses(second, 90 * GIGABYTE, "{\"disk_space\":-1}");
        uses(twin, 9 * GIGABYTE, "{\"disk_space\":10737418240}");
        finds("customers?disk=89", one.id());
        finds("customers?disk=90");
        finds("customers?disk=0", one.id());
        uses(second, 1, "{\"disk_space\":0}");
        finds("customers?disk=1000000000000", two.id());
        uses(given.subscription(one), 0, "{\"disk_space\":10737418240}");
        finds("customers?disk=44", one.id(), two.id());
        finds("customers?disk=45", two.id());
    }

    @Test
    void whoHasNoSubscriptionIsFound() {
        finds("customers?subscriptions=none", three.id());
        finds("customers?subscriptions=some", one.id(), two.id());
        admin.deed("subscription.remove", second.id());
        finds("customers?subscriptions=none", two.id(), three.id());
    }

    @Test
    void aSubscriptionIsFoundByItsOwnReasonItsDayAndHowItFollowsItsPlan() {
        given.reason("subscription", first.id(), one, 32);
        given.reason("account", two.id(), two, 32);
        given.reason("subscription", twin.id(), foreign, 32);
        finds("subscriptions?cause=reseller", first.id());
        finds("subscriptions?cause=parent", second.id());
        finds("subscriptions?subscriber=" + two.username(), second.id());

        given.database.execute("update wirt.subscription set created_at = '2020-05-06' where id = ?", first.id());
        finds("subscriptions?from=2020-05-06&to=2020-05-06", first.id());
        finds("subscriptions?to=2020-05-05");
        finds("subscriptions?from=2020-05-07", second.id());

        bind(first, plan("HOSTING", reseller.id()), "LOCKED");
        finds("subscriptions?sync=locked", first.id());
        finds("subscriptions?sync=synced");
        finds("subscriptions?sync=custom", second.id());
    }

    @Test
    void aDomainIsFoundByTheReasonsItIsShownWith() {
        given.reason("site", first.id(), one, 8);
        given.reason("subscription", second.id(), two, 16);
        finds("domains?cause=web-off", first.id());
        finds("domains?cause=admin", second.id());
        given.database.execute("update wirt.site set disabled = true where id in (?, ?)", second.id(), twin.id());
        finds("domains?cause=disabled", second.id());
    }

    @Test
    void whatIsNoNumberAndNoWordMatchesNothing() {
        ends(first, "current_date + 1");
        uses(first, GIGABYTE, "{\"disk_space\":1}");
        for (var value : List.of("abc", "-1", "1,5", "99999999999999999999", "%3Cb%3E", "1%27")) {
            for (var filter : List.of("expires=", "disk=", "plan=", "subscriptions=", "cause="))
                finds("customers?" + filter + value);
            for (var filter : List.of("expires=", "sync=", "cause=")) finds("subscriptions?" + filter + value);
            finds("domains?cause=" + value);
        }
    }

    /// What a verb asks has the names of filters; the selection is still that of the filter.
    @Test
    void aDeedOnAllThatMatchIsNotTakenForAFilter() {
        long before = plan("HOSTING", reseller.id());
        long after = plan("HOSTING", reseller.id());
        bind(first, before, "SYNCED");
        bind(second, before, "SYNCED");
        given.subscription(three);
        his.get("/account");
        his.post(
                "/bulk/subscription.plan",
                "all",
                "true",
                "where.plan",
                String.valueOf(before),
                "plan",
                String.valueOf(after),
                "return",
                "/subscriptions");
        soon(() -> given.number("select count(*) from wirt.subscription where plan_id = ?", after) == 2);
        finds("subscriptions?plan=" + before);
        finds("subscriptions?plan=" + after, first.id(), second.id());
    }

    @Test
    void aFilterThatIsSetIsSaidAndCanBeTakenAway() {
        var said = Map.of(
                "cause=admin", "Grund: Vom Administrator gesperrt",
                "description=nett", "Beschreibung: nett",
                "plan=custom", "Service-Paket: Benutzerdefiniert",
                "expires=30", "Läuft ab in n Tagen: 30",
                "disk=80", "Über n % Speicherplatz: 80",
                "subscriptions=none", "Ohne Abonnement: Ja");
        said.forEach((filter, words) -> {
            var page = his.get("/customers?name=gasthof&" + filter);
            assertThat(page.words()).contains(words, "Filter zurücksetzen");
            assertThat(page.body()).contains("class=\"w-chip\" href=\"/customers?name=gasthof\"");
        });
        finds("customers", one.id(), two.id(), three.id());
    }

    private void finds(String address, Long... wanted) {
        finds(his, address, wanted);
    }

    private void finds(Browser reader, String address, Long... wanted) {
        var list = address.split("\\?", 2);
        var filter = list.length > 1 ? list[1] : "";
        var page = reader.get("/" + address);
        assertThat(page.status()).as(address).isEqualTo(200);
        assertThat(ids(ROW, page.body())).as(address).containsExactlyInAnyOrder(wanted);
        assertThat(page.body()).as(address).contains("data-total=\"" + wanted.length + "\"");
        assertThat(ids(LINE, reader.get("/" + list[0] + ".csv?" + filter).body()))
                .as("%s as a table", address)
                .containsExactlyInAnyOrder(wanted);
        var scope = reader.equals(admin) ? Scope.administrator() : Scope.reseller(reseller.id());
        assertThat(transaction.read(
                        scope, () -> list(list[0]).matching(parameters(filter)).all()))
                .as("a verb on all of %s", address)
                .containsExactlyInAnyOrder(wanted);
    }

    private KeysetList<?> list(String name) {
        return switch (name) {
            case "customers" -> customers;
            case "resellers" -> resellers;
            case "subscriptions" -> subscriptions;
            default -> sites;
        };
    }

    private static Map<String, List<String>> parameters(String filter) {
        return Stream.of(filter.split("&"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> List.of(URLDecoder.decode(p[1], StandardCharsets.UTF_8))));
    }

    private static Collection<Long> ids(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(r -> Long.valueOf(r.group(1)))
                .distinct()
                .toList();
    }

    private void note(Given.Account account, String text) {
        given.database.execute(
                "insert into wirt.note (account_id, reseller_id, text, author) values (?, ?, ?, 'test')",
                account.id(),
                account.resellerId(),
                text);
    }

    private long plan(String kind, long owner) {
        return given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name) values (?, ?, ?, ?) returning id",
                kind,
                owner,
                owner,
                Given.unique());
    }

    private void bind(Given.Subscription subscription, long plan, String sync) {
        given.database.execute(
                "update wirt.subscription set plan_id = ?, sync = ? where id = ?", plan, sync, subscription.id());
    }

    private void ends(Given.Subscription subscription, String moment) {
        given.database.execute(
                "update wirt.subscription set expires_at = " + moment + " where id = ?", subscription.id());
    }

    private void uses(Given.Subscription subscription, long disk, String limits) {
        given.database.execute(
                "update wirt.subscription set disk_used = ?, used_at = now(), limits = cast(? as jsonb) where id = ?",
                disk,
                limits,
                subscription.id());
    }
}
