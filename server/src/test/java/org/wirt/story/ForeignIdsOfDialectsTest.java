package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Billing systems of a reseller never reach what belongs to another: whatever they ask by its number or name answers
/// exactly as if it did not exist, in each shape of the dialect.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsOfDialectsTest extends PanelTest {

    private static final long MISSING = 888_888_888_888L;
    private static final String NOWHERE = "gibtsnicht";
    private static final Pattern NUMBER = Pattern.compile("\\{(id|key|name)}");

    /// Operations by operator, each with the kinds of its filter and what it needs besides.
    private static final Map<String, List<String>> PACKETS = new TreeMap<>();

    static {
        PACKETS.put(
                "customer",
                List.of(
                        "get id login guid external-id owner-id owner-login|<dataset><gen_info/><stat/></dataset>",
                        "set id login|<values><gen_info><status>16</status></gen_info></values>",
                        "del id login|",
                        "get-domain-list id login|"));
        PACKETS.put(
                "webspace",
                List.of(
                        "get id name guid owner-id owner-login|<dataset><gen_info/><limits/></dataset>",
                        "set id name owner-id|<values><gen_setup><status>16</status></gen_setup></values>",
                        "del id name|",
                        "switch-subscription id name|<no-plan/>",
                        "sync-subscription id name|"));
        PACKETS.put(
                "site",
                List.of(
                        "get id name parent-id parent-name|<dataset><gen_info/></dataset>",
                        "set id name|<values><gen_setup><status>16</status></gen_setup></values>",
                        "del id name|"));
        PACKETS.put("subdomain", List.of("get id name parent-name|", "del id name|"));
        PACKETS.put("service-plan", List.of("get id name guid|", "del id name|"));
        PACKETS.put("dns", List.of("get_rec id site-id|", "del_rec id site-id|"));
        PACKETS.put("ftp-user", List.of("get id name webspace-id webspace-name|", "del id name webspace-id|"));
        PACKETS.put("mail", List.of("get_info site-id|<mailbox/>", "remove site-id|"));
        PACKETS.put(
                "database",
                List.of(
                        "get-db id webspace-id|",
                        "del-db id webspace-id|",
                        "set-custom-host id webspace-id|<host>db.example</host>",
                        "get-default-user db-id|"));
        PACKETS.put("certificate", List.of("get-pool domain-id domain-name|"));
        PACKETS.put(
                "site-alias",
                List.of(
                        "get id name site-id|",
                        "set id name site-id|<settings><manage-dns>false</manage-dns></settings>",
                        "delete id name site-id|"));
        PACKETS.put(
                "protected-dir",
                List.of(
                        "get id site-id site-name|",
                        "set id site-id site-name|<values><header>x</header></values>",
                        "delete id site-id site-name|"));
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Foreign foreign;
    private Biller biller;
    private Program old;

    @BeforeAll
    void somebodyWhoAsksForWhatIsNotHis() {
        foreign = Foreign.reseller(given.database, 9_200_000_001L, "andererleut");
        var reseller = given.reseller("Reseller A");
        given.permit(reseller, "remote_api");
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        old = new Program(address(), "").saying("Authorization", Program.basic(reseller.username(), Given.PASSWORD));
    }

    private List<String> names() {
        var names = new ArrayList<>(foreign.owners);
        names.addAll(given.database
                .resultQuery(
                        "select name from wirt.subscription where id = any(?) union select host from wirt.site where id = any(?) "
                                + "union select login from wirt.ftp_login where id = any(?) union select name from wirt.plan where id = any(?)",
                        foreign.ids.toArray(Long[]::new),
                        foreign.ids.toArray(Long[]::new),
                        foreign.ids.toArray(Long[]::new),
                        foreign.ids.toArray(Long[]::new))
                .fetch(0, String.class));
        assertThat(names).hasSizeGreaterThan(3);
        return names;
    }

    @Test
    void everyOperationOfPackets() {
        var names = names();
        PACKETS.forEach((operator, operations) -> {
            for (var line : operations) {
                int bar = line.indexOf('|');
                var words = line.substring(0, bar).split(" ", -1);
                for (int i = 1; i < words.length; i++) {
                    boolean number =
                            words[i].endsWith("id") && !words[i].endsWith("guid") && !words[i].startsWith("ext");
                    var missing = packet(
                            operator, words[0], words[i], number ? "" + MISSING : NOWHERE, line.substring(bar + 1));
                    var others =
                            number ? foreign.ids.stream().map(String::valueOf).toList() : names;
                    for (var other : others) {
                        var answer = packet(operator, words[0], words[i], other, line.substring(bar + 1));
                        assertThat(answer.replace(other, "?"))
                                .as("%s/%s by %s %s", operator, words[0], words[i], other)
                                .isEqualTo(missing.replace(number ? "" + MISSING : NOWHERE, "?"));
                        assertThat(answer.replace(other, "?")).doesNotContain(foreign.mark);
                    }
                }
            }
        });
    }

    private String packet(String operator, String operation, String kind, String value, String more) {
        return biller.ask("<%s><%s><filter><%s>%s</%s></filter>%s</%s></%s>"
                        .formatted(operator, operation, kind, value, kind, more, operation, operator))
                .text();
    }

    @Test
    void everyRouteOfTheOldRest() {
        var asked = new ArrayList<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().equals("org.wirt.restv2")) return;
            for (var path : info.getPatternValues())
                for (var method : info.getMethodsCondition().getMethods())
                    if (NUMBER.matcher(path).find() && !path.contains("/cli/")) asked.add(method + " " + path);
        });
        assertThat(asked).hasSizeGreaterThan(20);
        for (var route : asked) {
            var method = route.substring(0, route.indexOf(' '));
            var path = route.substring(route.indexOf(' ') + 1);
            boolean named = path.contains("{name}") || path.contains("{key}");
            var missing = old(method, path, named ? NOWHERE : "" + MISSING);
            assertThat(missing.status()).as(route).isEqualTo(404);
            for (var other :
                    named ? names() : foreign.ids.stream().map(String::valueOf).toList())
                assertThat(old(method, path, other).body())
                        .as("%s with %s", route, other)
                        .isEqualTo(missing.body());
        }
    }

    private Program.Answer old(String method, String path, String value) {
        var whole = NUMBER.matcher(path).replaceAll(value);
        return switch (method) {
            case "GET" -> old.get(whole);
            case "DELETE" -> old.delete(whole);
            case "PUT" -> old.put(whole, path.endsWith("/status") ? "{\"status\":\"suspended\"}" : "{}");
            default -> old.post(whole, "{}");
        };
    }

    @Test
    void everyQueryAndReferenceOfTheOldRest() {
        for (var name : names()) {
            for (var path : List.of(
                    "/domains?name=",
                    "/ftpusers?name=",
                    "/ftpusers?domain=",
                    "/databases?domain=",
                    "/dns/records?domain=")) {
                var missing = old.get("/api/v2" + path + NOWHERE);
                var answer = old.get("/api/v2" + path + name);
                assertThat(answer.status()).as(path + name).isEqualTo(missing.status());
                assertThat(answer.body()).as(path + name).isEqualTo(missing.body());
            }
            var body = "{\"name\":\"neu.example\",\"base_domain\":{\"name\":\"%s\"}}";
            assertThat(old.post("/api/v2/domains", body.formatted(name)).body())
                    .isEqualTo(
                            old.post("/api/v2/domains", body.formatted(NOWHERE)).body());
        }
        for (var id : foreign.ids) {
            for (var body : List.of(
                    "{\"name\":\"neu.example\",\"owner_client\":{\"id\":%d}}",
                    "{\"name\":\"neu.example\",\"base_domain\":{\"id\":%d}}"))
                assertThat(old.post("/api/v2/domains", body.formatted(id)).body())
                        .isEqualTo(old.post("/api/v2/domains", body.formatted(MISSING))
                                .body());
        }
    }

    @Test
    void everyCommandOnAName() {
        for (var command : List.of(
                "customer --info",
                "customer --update",
                "customer --remove",
                "customer --off",
                "reseller --info",
                "subscription --info",
                "subscription --webspace-off",
                "subscription --remove",
                "subscription --sync-subscription",
                "service_plan --info",
                "service_plan --remove",
                "reseller_plan --info",
                "user --info",
                "user --delete",
                "admin --get-login-link -user")) {
            var missing = command(command, NOWHERE);
            assertThat(missing).as(command).doesNotContain("\"code\":0");
            for (var name : names())
                assertThat(command(command, name).replace(name, "?"))
                        .as("%s %s", command, name)
                        .isEqualTo(missing.replace(NOWHERE, "?"));
        }
    }

    private String command(String command, String name) {
        var words = new ArrayList<>(List.of(command.split(" ", -1)));
        var utility = words.removeFirst();
        words.add(name);
        var params = "[\"" + String.join("\",\"", words) + "\"]";
        return old.post("/api/v2/cli/" + utility + "/call", "{\"params\":" + params + "}")
                .body()
                .toString();
    }
}
