package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirt.cli.Main;

/// A panel full of customers is taken over into an empty one. Both are Wirt, each a process of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ImportStory {

    private static final int CUSTOMERS = 30;

    private final PanelProcess other = PanelProcess.begun("--demo", Integer.toString(CUSTOMERS));
    private final PanelProcess ours = PanelProcess.begun();

    private Biller there = new Biller("", "");
    private Biller here = new Biller("", "");
    private String key = "";

    @TempDir
    private Path home;

    private record Told(int code, String out, String err) {}

    @BeforeAll
    void bothAreThere() {
        other.isThere("Demo: " + CUSTOMERS + " customers.");
        ours.isThere();
        there = new Biller(other.address(), "admin", PanelProcess.PASSWORD);
        here = new Biller(ours.address(), "admin", PanelProcess.PASSWORD);
        key = ok(here, "<secret_key><create/></secret_key>").at("//key");
    }

    @AfterAll
    void bothAreGone() {
        other.close();
        ours.close();
    }

    private static Biller.Answer ok(Biller biller, String operator) {
        var answer = biller.ask(operator);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer;
    }

    private Told type(String into, Map<String, String> more, String... words) {
        var variables = new HashMap<>(
                Map.of("HOME", home.toString(), "WIRT_URL", into, "WIRT_TOKEN", key, "LANG", "C", "PW", "falsch"));
        variables.putAll(more);
        var typed = new ArrayList<>(List.of("import", "plesk"));
        typed.addAll(List.of(words));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                typed,
                variables,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "");
        return new Told(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Told importing(String into, String... words) {
        var typed = new ArrayList<>(List.of("--url", other.address(), "--password-env", "PW"));
        typed.addAll(List.of(words));
        return type(into, Map.of("PW", PanelProcess.PASSWORD), typed.toArray(String[]::new));
    }

    private String number(String operator, String by, String name) {
        return ok(
                        there,
                        "<%1$s><get><filter><%2$s>%3$s</%2$s></filter><dataset/></get></%1$s>"
                                .formatted(operator, by, name))
                .at("//result/id");
    }

    /// Sells add-on plans on top of its plan.
    private void moreOf(String domain, String... addOns) {
        for (var addOn : addOns) {
            there.ask("<service-plan-addon><add><name>" + addOn
                    + "</name><limits><limit><name>max_box</name><value>11</value>"
                    + "</limit></limits></add></service-plan-addon>");
            var guid = ok(
                            there,
                            "<service-plan-addon><get><filter><name>" + addOn
                                    + "</name></filter></get></service-plan-addon>")
                    .at("//result/guid");
            ok(
                    there,
                    "<webspace><add-subscription><filter><name>" + domain + "</name></filter><plan-guid>" + guid
                            + "</plan-guid></add-subscription></webspace>");
        }
    }

    /// Much is in the demo already: all kinds of status, ends that have passed, FTP users, mail. What it lacks comes
    /// here.
    private void everythingElse() {
        var reseller = there.ask("<reseller><get><filter/><dataset><gen-info/></dataset></get></reseller>");
        var alpenhost = "<filter><login>" + reseller.at("(//login)[2]") + "</login></filter>";
        ok(
                there,
                "<reseller><set>" + alpenhost + "<values><gen-info><status>16</status></gen-info><limits><limit>"
                        + "<name>expiration</name><value>4102444800</value></limit></limits></values></set></reseller>");
        var customers = there.ask("<customer><get><filter><owner-login>" + reseller.at("(//login)[1]")
                + "</owner-login></filter><dataset><gen_info/></dataset></get></customer>");
        var both = customers.at("(//result[data/gen_info/status='0']/id)[1]");
        for (var bit : List.of("16", "32"))
            ok(
                    there,
                    "<customer><set><filter><id>" + both + "</id></filter><values><gen_info><status>" + bit
                            + "</status><external-id>crm &amp; 17</external-id><description>zahlt spät</description>"
                            + "</gen_info></values></set></customer>");
        ok(
                there,
                "<customer><set><filter><login>cafe-francois</login></filter><values><gen_info>"
                        + "<external-id>crm 18</external-id></gen_info></values></set></customer>");
        var adler = number("webspace", "name", "gasthof-adler.example");
        ok(
                there,
                "<webspace><set><filter><id>" + adler + "</id></filter><values><limits><limit><name>expiration</name>"
                        + "<value>4102444800</value></limit></limits></values></set></webspace>");
        for (var record : List.of(
                "<type>MX</type><host/><value>mail.gasthof-adler.example.</value><opt>10</opt>",
                "<type>MX</type><host/><value>backup.example.</value><opt>20</opt>",
                "<type>TXT</type><host>_dmarc</host><value>v=DMARC1; p=none</value>",
                "<type>CNAME</type><host>blog</host><value>weblog.example.</value>",
                "<type>A</type><host>kasse</host><value>192.0.2.7</value>"))
            ok(there, "<dns><add_rec><site-id>" + adler + "</site-id>" + record + "</add_rec></dns>");
        moreOf("cafe-francois.example", "Zusatz", "Mehr");
        moreOf("gasthof-adler.example", "Zusatz");
        ok(
                there,
                "<webspace><set><filter><id>" + adler + "</id></filter><values><limits><limit><name>max_box</name>"
                        + "<value>77</value></limit></limits></values></set></webspace>");
        ok(
                there,
                "<site><add><gen_setup><name>alt.gasthof-adler.example</name><webspace-id>" + adler
                        + "</webspace-id></gen_setup><hosting><std_fwd><dest_url>https://gasthof-adler.example/neu</dest_url>"
                        + "<http_code>302</http_code></std_fwd></hosting></add></site>");
        ok(
                there,
                "<webspace><add><gen_setup><name>nur-weiter.example</name><owner-login>cafe-francois</owner-login></gen_setup>"
                        + "<hosting><frm_fwd><dest_url>https://adler.example/</dest_url></frm_fwd></hosting></add></webspace>");
        ok(
                there,
                "<mail><create><filter><site-id>" + adler
                        + "</site-id><mailname><name>urlaub</name><mailbox><enabled>true"
                        + "</enabled></mailbox><autoresponder><enabled>true</enabled><subject>Bin weg</subject><content_type>"
                        + "text/html</content_type><text>&lt;p&gt;Bis\nMai&lt;/p&gt;</text><end_date>2099-05-01</end_date>"
                        + "</autoresponder></mailname></filter></create></mail>");
        ok(
                there,
                "<mail><set_prefs><filter><site-id>" + adler
                        + "</site-id></filter><prefs><nonexistent-user><forward>alle@elsewhere.example</forward>"
                        + "</nonexistent-user></prefs></set_prefs></mail>");
        ok(
                there,
                "<site><set><filter><name>alt.gasthof-adler.example</name></filter><values><gen_setup><status>8</status>"
                        + "</gen_setup></values></set></site>");
        ok(
                there,
                "<mail><disable><site-id>" + number("site", "name", "alt.gasthof-adler.example")
                        + "</site-id></disable></mail>");
        ok(
                there,
                "<mail><create><filter><site-id>" + adler
                        + "</site-id><mailname><name>sommer</name><mailbox><enabled>true</enabled></mailbox><autoresponder>"
                        + "<enabled>false</enabled><text>Bis August</text></autoresponder></mailname></filter></create></mail>");
        ok(
                there,
                "<mail><update><set><filter><site-id>" + adler
                        + "</site-id><mailname><name>urlaub</name><mailbox><enabled>false</enabled></mailbox></mailname>"
                        + "</filter></set></update></mail>");
        ok(
                there,
                "<database><add-db><webspace-id>" + adler
                        + "</webspace-id><name>kasse_import</name><type>mysql</type></add-db></database>");
    }

    @Test
    void anEmptyPanelBecomesWhatTheOtherOneIs() throws IOException {
        everythingElse();
        var empty = PanelContents.of(here, false);
        var report = home.resolve("report.csv");

        var ahead = importing(ours.address(), "--dry-run", "--report", report.toString());
        assertThat(ahead.out()).as(ahead.err()).contains("would be taken", "kasse", "Nothing was changed");
        assertThat(ahead.code()).as("something cannot be taken").isEqualTo(1);
        assertThat(PanelContents.differences(empty, PanelContents.of(here, false)))
                .isEmpty();
        assertThat(Files.readAllLines(report))
                .anyMatch(line -> line.contains("gasthof-adler.example\",\"\",\"taken\""));

        // Somebody else is called like one of them.
        ok(
                here,
                "<customer><add><gen_info><pname>Jemand</pname><login>gasthof-adler</login><passwd>kurz5!</passwd>"
                        + "</gen_info></add></customer>");
        // And another billing system counts as theirs does.
        ok(
                here,
                "<customer><add><gen_info><pname>Jemand</pname><login>jemand-anders</login><passwd>kurz5!</passwd>"
                        + "<external-id>crm 18</external-id></gen_info></add></customer>");
        var passwords = home.resolve("passwords");
        try (var between = Between.cutAfter(150, ours.address(), key)) {
            var cut = importing(between.address(), "--passwords", passwords.toString());
            assertThat(cut.code()).as(cut.out() + cut.err()).isEqualTo(69);
            assertThat(cut.err()).contains("goes on from here");
            assertThat(cut.out()).contains("Customers");
        }
        assertThat(Files.getPosixFilePermissions(passwords)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var half = PanelContents.of(here, false);
        assertThat(half).hasSizeGreaterThan(empty.size());
        assertThat(half.values()).as("not whole yet").anyMatch(one -> one.contains("known as importing:"));
        assertThat(importing(ours.address(), "--passwords", passwords.toString())
                        .code())
                .as("nothing is written over")
                .isEqualTo(74);

        var rest = importing(ours.address(), "--report", report.toString());
        assertThat(rest.code()).isEqualTo(1);
        assertThat(rest.out())
                .contains(
                        "gasthof-adler",
                        "external id",
                        "is that of jemand-anders",
                        "was not taken",
                        "kasse",
                        "nobody knows");

        // The way out that was named.
        var adler = ok(
                        there,
                        "<customer><get><filter><login>gasthof-adler</login></filter><dataset><gen_info/></dataset></get></customer>")
                .at("//gen_info/external-id");
        ok(
                here,
                "<customer><set><filter><login>gasthof-adler</login></filter><values><gen_info><external-id>" + adler
                        + "</external-id></gen_info></values></set></customer>");
        ok(
                here,
                "<customer><set><filter><login>jemand-anders</login></filter><values><gen_info><external-id/>"
                        + "</gen_info></values></set></customer>");
        assertThat(importing(ours.address()).out())
                .contains("DNS records")
                .doesNotContain("external id", "was not taken", "- Subscriptions");

        var wanted = PanelContents.of(there, true);
        var got = PanelContents.of(here, false);
        assertThat(wanted.remove("customer gasthof-adler")).isNotNull();
        assertThat(got.remove("customer gasthof-adler")).contains("Jemand");
        assertThat(got.remove("customer jemand-anders")).isNotNull();
        empty.keySet().forEach(got::remove);
        empty.keySet().forEach(wanted::remove);
        assertThat(PanelContents.differences(wanted, got)).isEmpty();
        assertThat(got).hasSizeGreaterThan(CUSTOMERS * 5);
        assertThat(wanted.values())
                .as("what is compared is there")
                .anyMatch(one -> one.contains("status(48)"))
                .anyMatch(one -> one.contains("status(256)"))
                .anyMatch(one -> one.contains("status(64)"))
                .anyMatch(one -> one.contains("status(8)"))
                .anyMatch(one -> one.contains("backup.example"))
                .anyMatch(one -> one.contains("crm & 17"))
                .anyMatch(one -> one.contains("<p>Bis"))
                .anyMatch(one -> one.contains("autoresponder(enabled(false)") && one.contains("Bis August"))
                .anyMatch(one -> one.contains("mailbox(enabled(false) quota(") && one.contains("<p>Bis"))
                .anyMatch(one -> one.contains("4102444800"))
                .anyMatch(one -> one.contains("dest_url(https://gasthof-adler.example/neu)"))
                .anyMatch(one -> one.contains("frm_fwd"))
                .anyMatch(one -> one.contains("mailservice(false)"))
                .anyMatch(one -> one.contains("forward(alle@elsewhere.example)"))
                .anyMatch(one -> one.contains("plan=Zusatz") && one.contains("name(max_box) value(77)"))
                .anyMatch(one ->
                        one.contains("plan=Zusatz") && one.contains("plan=Mehr") && one.contains("locked(false)"));

        var again = importing(ours.address(), "--json");
        assertThat(again.out()).doesNotContain("\"outcome\":\"taken\"").contains("\"outcome\":\"there\"");
        assertThat(again.out())
                .as("what every domain says by itself is not taken for its own")
                .doesNotContain("v=spf1 a mx ~all");
        var still = PanelContents.of(here, false);
        still.keySet().retainAll(wanted.keySet());
        assertThat(PanelContents.differences(wanted, still)).isEmpty();
    }

    @Test
    void whoeverIsNoSuchPanelOrLetsNobodyInIsToldSo() {
        var wrong = type(ours.address(), Map.of(), "--url", other.address(), "--password-env", "PW");
        assertThat(wrong.code()).isEqualTo(77);
        assertThat(wrong.err()).contains("incorrect username or password");
        var typed = type(ours.address(), Map.of(), "--url", other.address(), "--password", "geheim");
        assertThat(typed.code()).isEqualTo(64);
        assertThat(typed.err()).contains("--password-file");
        assertThat(type(ours.address(), Map.of(), "--url", "http://192.0.2.1:8880", "--password-env", "PW")
                        .code())
                .as("in clear")
                .isEqualTo(64);
        assertThat(type(ours.address(), Map.of(), "--url", "http://127.0.0.1:1", "--password-env", "PW")
                        .code())
                .isEqualTo(69);
        assertThat(type(
                                ours.address(),
                                Map.of("WIRT_TOKEN", "nobodys"),
                                "--url",
                                other.address(),
                                "--password-env",
                                "PW")
                        .code())
                .isEqualTo(77);
    }

    /// Hands packets on to a panel until it is cut.
    private record Between(HttpServer server) implements AutoCloseable {

        static Between cutAfter(int packets, String panel, String key) throws IOException {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var biller = new Biller(panel, key);
            var count = new AtomicInteger();
            server.createContext("/enterprise/control/agent.php", exchange -> {
                var packet = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (count.incrementAndGet() > packets) {
                    exchange.close();
                    return;
                }
                var answer = biller.send(packet).text().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(answer);
                }
            });
            server.start();
            return new Between(server);
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
