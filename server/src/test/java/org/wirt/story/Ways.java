package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wirt.cli.Main;

/// The ways into the panel, and how the same is said at each: its page, JSON, packets, the old REST, and two command
/// lines.
final class Ways {

    private static final String PASSWORD = "Sommer.Dachs.61";

    private Ways() {}

    /// A way in, and how the same is said there.
    interface Way {
        void customer(String name);

        void subscription(String name, long customer);

        void suspend(String name, long customer);

        void activate(String name, long customer);

        void remove(String name, long customer);
    }

    static final class Page implements Way {

        private final Browser browser;

        Page(Browser browser) {
            this.browser = browser;
        }

        @Override
        public void customer(String name) {
            browser.get("/customers/new");
            done(browser.post(
                    "/customers",
                    "contactName",
                    "Ada",
                    "email",
                    name + "@example.org",
                    "username",
                    name,
                    "password",
                    PASSWORD,
                    "repeat",
                    PASSWORD));
        }

        @Override
        public void subscription(String name, long customer) {
            browser.get("/subscriptions/new?customer=" + customer);
            done(browser.post(
                    "/subscriptions",
                    "customer",
                    String.valueOf(customer),
                    "domain",
                    name + ".example",
                    "systemUser",
                    name,
                    "systemUserPassword",
                    PASSWORD));
        }

        private static void done(Browser.Answer answer) {
            assertThat(answer.status()).as(answer.words()).isEqualTo(200);
        }

        @Override
        public void suspend(String name, long customer) {
            browser.post("/bulk/customer.suspend", "id", String.valueOf(customer));
        }

        @Override
        public void activate(String name, long customer) {
            browser.post("/bulk/customer.activate", "id", String.valueOf(customer), "scope", "account_only");
        }

        @Override
        public void remove(String name, long customer) {
            browser.post("/bulk/customer.remove", "id", String.valueOf(customer));
        }
    }

    static final class Json implements Way {

        private final Program program;

        Json(Program program) {
            this.program = program;
        }

        @Override
        public void customer(String name) {
            verb(
                    "customer.create",
                    1,
                    "\"contactName\":\"Ada\",\"email\":\"%s@example.org\",\"username\":\"%s\",\"password\":\"%s\",\"repeat\":\"%s\""
                            .formatted(name, name, PASSWORD, PASSWORD));
        }

        @Override
        public void subscription(String name, long customer) {
            verb(
                    "subscription.create",
                    customer,
                    "\"domain\":\"%s.example\",\"systemUser\":\"%s\",\"systemUserPassword\":\"%s\""
                            .formatted(name, name, PASSWORD));
        }

        @Override
        public void suspend(String name, long customer) {
            verb("customer.suspend", customer, "");
        }

        @Override
        public void activate(String name, long customer) {
            verb("customer.activate", customer, "\"scope\":\"account_only\"");
        }

        @Override
        public void remove(String name, long customer) {
            verb("customer.remove", customer, "");
        }

        private void verb(String verb, long target, String input) {
            var answer =
                    program.post("/api/v1/verbs/" + verb, "{\"ids\":[%d],\"input\":{%s}}".formatted(target, input));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
    }

    static final class Packets implements Way {

        private final Biller biller;

        Packets(Biller biller) {
            this.biller = biller;
        }

        @Override
        public void customer(String name) {
            ask(("<customer><add><gen_info><pname>Ada</pname><login>%s</login><passwd>%s</passwd>"
                            + "<email>%s@example.org</email></gen_info></add></customer>")
                    .formatted(name, PASSWORD, name));
        }

        @Override
        public void subscription(String name, long customer) {
            ask(
                    ("<webspace><add><gen_setup><name>%s.example</name><owner-id>%d</owner-id></gen_setup><hosting><vrt_hst>"
                                    + "<property><name>ftp_login</name><value>%s</value></property>"
                                    + "<property><name>ftp_password</name><value>%s</value></property></vrt_hst></hosting></add></webspace>")
                            .formatted(name, customer, name, PASSWORD));
        }

        @Override
        public void suspend(String name, long customer) {
            ask(status(customer, 16));
        }

        private static String status(long customer, int status) {
            return ("<customer><set><filter><id>%d</id></filter><values><gen_info><status>%d</status></gen_info></values>"
                            + "</set></customer>")
                    .formatted(customer, status);
        }

        @Override
        public void activate(String name, long customer) {
            ask(status(customer, 0));
        }

        @Override
        public void remove(String name, long customer) {
            ask("<customer><del><filter><id>" + customer + "</id></filter></del></customer>");
        }

        private void ask(String operator) {
            var answer = biller.ask(operator);
            assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        }
    }

    static final class OldRest implements Way {

        private final Program program;

        OldRest(Program program) {
            this.program = program;
        }

        @Override
        public void customer(String name) {
            done(program.post(
                    "/api/v2/clients",
                    "{\"name\":\"Ada\",\"login\":\"%s\",\"password\":\"%s\",\"email\":\"%s@example.org\",\"type\":\"customer\"}"
                            .formatted(name, PASSWORD, name)));
        }

        @Override
        public void subscription(String name, long customer) {
            done(program.post(
                    "/api/v2/domains",
                    "{\"name\":\"%s.example\",\"owner_client\":{\"id\":%d},\"hosting_settings\":{\"ftp_login\":\"%s\",\"ftp_password\":\"%s\"}}"
                            .formatted(name, customer, name, PASSWORD)));
        }

        @Override
        public void suspend(String name, long customer) {
            done(program.put("/api/v2/clients/" + customer + "/suspend", ""));
        }

        @Override
        public void activate(String name, long customer) {
            done(program.put("/api/v2/clients/" + customer + "/activate", ""));
        }

        @Override
        public void remove(String name, long customer) {
            done(program.delete("/api/v2/clients/" + customer));
        }

        private static void done(Program.Answer answer) {
            assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        }
    }

    /// Our own command line, in its own words.
    static class Terminal implements Way {

        private final Path home;
        private final Map<String, String> variables;

        Terminal(Path home, String url, String token) {
            this.home = home;
            this.variables = Map.of("HOME", home.toString(), "WIRT_URL", url, "WIRT_TOKEN", token, "LANG", "C");
        }

        @Override
        public void customer(String name) {
            type(
                    "customer",
                    "create",
                    "--contact-name",
                    "Ada",
                    "--email",
                    name + "@example.org",
                    "--username",
                    name,
                    "--password-file",
                    secret());
        }

        private String secret() {
            try {
                return Files.writeString(home.resolve("secret"), PASSWORD).toString();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void subscription(String name, long customer) {
            type(
                    "subscription",
                    "create",
                    name,
                    "--domain",
                    name + ".example",
                    "--system-user",
                    name,
                    "--system-user-password-file",
                    secret());
        }

        @Override
        public void suspend(String name, long customer) {
            type("customer", "suspend", name);
        }

        @Override
        public void activate(String name, long customer) {
            type("customer", "activate", name, "--scope", "account_only");
        }

        @Override
        public void remove(String name, long customer) {
            type("customer", "remove", name);
        }

        /// @return what was printed
        String type(String... words) {
            var out = new ByteArrayOutputStream();
            var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
            int code = Main.run(List.of(words), variables, new ByteArrayInputStream(new byte[0]), printer, printer, "");
            assertThat(code)
                    .as("%s: %s", List.of(words), out.toString(StandardCharsets.UTF_8))
                    .isZero();
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /// Our own command line, in the words that scripts know.
    static final class Utilities extends Terminal {

        Utilities(Path home, String url, String token) {
            super(home, url, token);
        }

        @Override
        public void customer(String name) {
            type(
                    "plesk",
                    "customer",
                    "--create",
                    name,
                    "-name",
                    "Ada",
                    "-email",
                    name + "@example.org",
                    "-passwd",
                    PASSWORD);
        }

        @Override
        public void subscription(String name, long customer) {
            type(
                    "bin",
                    "subscription",
                    "--create",
                    name + ".example",
                    "-owner",
                    name,
                    "-login",
                    name,
                    "-passwd",
                    PASSWORD);
        }

        @Override
        public void suspend(String name, long customer) {
            type("plesk", "customer", "--off", name);
        }

        @Override
        public void activate(String name, long customer) {
            type("plesk", "customer", "--on", name);
        }

        @Override
        public void remove(String name, long customer) {
            type("plesk", "customer", "--remove", name);
        }
    }
}
