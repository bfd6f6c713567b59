package org.wirt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirt.story.PanelTest;
import org.wirt.value.EmailAddress;

/// What `--demo N` shows to whoever looks at Wirt for the first time. Each filling is looked at and taken back, so that
/// the other stories do not meet its people.
class DemoStory extends PanelTest {

    private static final int CUSTOMERS = 120;

    @Autowired
    private Filling filling;

    @Autowired
    private Demo demo;

    @Autowired
    private DSLContext panel;

    @Autowired
    private PlatformTransactionManager transactions;

    /// The numbers that the demo's accounts have: other stories number theirs as they like.
    private record Numbered(long first, long last) {}

    private void filled(Consumer<Numbered> looked) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            long first = given.number("select nextval('wirt.account_id')");
            assertThat(filling.fill(CUSTOMERS, "Demo.Amboss.74")).hasSize(3);
            looked.accept(new Numbered(first, given.number("select nextval('wirt.account_id')")));
        });
    }

    private long count(String sql, Numbered numbers) {
        return panel.fetchSingle("select count(*) from " + sql, numbers.first, numbers.last)
                .get(0, Long.class);
    }

    private String text(String sql, Numbered numbers) {
        return panel.fetchSingle(sql, numbers.first, numbers.last).get(0, String.class);
    }

    @Test
    void thereIsSomeOfEverything() {
        filled(numbers -> {
            assertThat(count("wirt.account a where kind = 'CUSTOMER' and a.id between ? and ?", numbers))
                    .isEqualTo(CUSTOMERS);
            assertThat(count("wirt.account a where kind = 'RESELLER' and a.id between ? and ?", numbers))
                    .isGreaterThan(2);
            assertThat(count(
                            "wirt.account a where kind = 'CUSTOMER' and provider_id > 1 and a.id between ? and ?",
                            numbers))
                    .isBetween(1L, CUSTOMERS - 1L);
            assertThat(count("wirt.plan p where account_id between ? and ?", numbers))
                    .as("plans of resellers")
                    .isPositive();
            assertThat(count(
                            "(select customer_id from wirt.subscription where customer_id between ? and ? group by customer_id having count(*) > 1) several",
                            numbers))
                    .isGreaterThan(CUSTOMERS / 10);
            for (var kind : new String[] {"mailbox", "ftp_login", "site"})
                assertThat(count("wirt." + kind + " where customer_id between ? and ?", numbers))
                        .as(kind)
                        .isGreaterThan(CUSTOMERS / 2);
            assertThat(text(
                            "select string_agg(distinct code::text, ' ' order by code::text) from wirt.reason where account_id between ? and ?",
                            numbers))
                    .as("suspended for different reasons")
                    .contains("1024", "16", "32", "512", "8");
            assertThat(count("wirt.login l where not owner and account_id between ? and ?", numbers))
                    .as("additional users")
                    .isPositive();
        });
    }

    @Test
    void peopleAreCalledAsPeopleAre() {
        filled(numbers -> {
            assertThat(count("wirt.account a where contact_name ~ '[äöüß]' and a.id between ? and ?", numbers))
                    .isGreaterThan(CUSTOMERS / 10);
            assertThat(count("wirt.account a where contact_name ~ '[łńøåñéçşğáõã]' and a.id between ? and ?", numbers))
                    .isPositive();
            assertThat(count(
                            "wirt.login l where owner and username !~ '^[a-z][a-z0-9._@-]*$' and account_id between ? and ?",
                            numbers))
                    .isZero();
        });
    }

    @Test
    void everythingBeganAfterWhatItLiesIn() {
        filled(numbers -> {
            assertThat(count(
                            "wirt.subscription s join wirt.account a on a.id = s.customer_id "
                                    + "where s.created_at < a.created_at and a.id between ? and ?",
                            numbers))
                    .isZero();
            assertThat(count(
                            "wirt.site w join wirt.subscription s on s.id = w.subscription_id "
                                    + "where w.created_at <> s.created_at and w.customer_id between ? and ?",
                            numbers))
                    .isZero();
            assertThat(count(
                            "wirt.account a join wirt.account p on p.id = a.provider_id and p.kind = 'RESELLER' "
                                    + "where a.created_at < p.created_at and a.id between ? and ?",
                            numbers))
                    .isZero();
        });
    }

    @Test
    void aSubscriptionAndItsMainDomainAreKnownByTheSameGuid() {
        filled(numbers -> assertThat(count(
                        "wirt.site w join wirt.subscription s on s.id = w.subscription_id "
                                + "where (w.id = s.id) <> (w.guid = s.guid) and w.customer_id between ? and ?",
                        numbers))
                .isZero());
    }

    @Test
    void whoLivesAbroadHasAStreetAndANumberThere() {
        filled(numbers -> {
            assertThat(count("wirt.account a where country = 'DK' and a.id between ? and ?", numbers))
                    .isPositive();
            assertThat(count(
                            "wirt.account a where country <> 'DE' and (phone like '+49%' or address like 'Hauptstraße%') "
                                    + "and a.id between ? and ?",
                            numbers))
                    .isZero();
        });
    }

    @Test
    void everySiteHasAPage() {
        filled(numbers -> {
            var home =
                    Path.of(text("select min(home) from wirt.subscription where customer_id between ? and ?", numbers));
            assertThat(Files.isRegularFile(home.resolve("httpdocs/index.html"))).isTrue();
            var wanting = panel
                    .fetch(
                            "select s.home || '/' || w.docroot from wirt.site w join wirt.subscription s on s.id = w.subscription_id "
                                    + "where w.customer_id between ? and ?",
                            numbers.first,
                            numbers.last)
                    .getValues(0, String.class)
                    .stream()
                    .filter(folder -> !Files.isRegularFile(Path.of(folder, "index.html")))
                    .toList();
            assertThat(wanting).isEmpty();
        });
    }

    @Test
    void addressesAreKeptAsAFormWouldKeepThem() {
        filled(numbers -> {
            var addresses = panel.fetch(
                            "select email from wirt.account where email <> '' and id between ? and ? "
                                    + "union all select email from wirt.login where email <> '' and account_id between ? and ?",
                            numbers.first,
                            numbers.last,
                            numbers.first,
                            numbers.last)
                    .getValues(0, String.class);
            assertThat(addresses).anyMatch(email -> email.contains("ü"));
            assertThat(addresses)
                    .allSatisfy(
                            email -> assertThat(new EmailAddress(email).text()).isEqualTo(email));
        });
    }

    @Test
    void itIsTheSameEveryTime() {
        var digest =
                "select md5(string_agg(a.kind || a.contact_name || company || city || username || reasons, '|' order by a.id)) "
                        + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner where a.id between ? and ?";
        var domains =
                "select md5(string_agg(name, '|' order by id)) from wirt.subscription where customer_id between ? and ?";
        var first = new String[2];
        filled(numbers -> {
            first[0] = text(digest, numbers);
            first[1] = text(domains, numbers);
        });
        filled(numbers -> {
            assertThat(text(digest, numbers)).isEqualTo(first[0]);
            assertThat(text(domains, numbers)).isEqualTo(first[1]);
        });
    }

    @Test
    void aFilledHomeIsLeftAsItIs() {
        given.customer("Schon da");
        long before = given.number("select count(*) from wirt.account");
        var out = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            demo.run(new DefaultApplicationArguments("--demo", "5"));
        } finally {
            System.setOut(out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no demo data was added");
        assertThat(given.number("select count(*) from wirt.account")).isEqualTo(before);
    }
}
