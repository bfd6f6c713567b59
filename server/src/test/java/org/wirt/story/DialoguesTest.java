package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.wirt.Golden;
import org.wirt.bin.CommandLine;
import org.wirt.database.Certificate;
import org.wirt.dialect.KnownOperations;
import tools.jackson.databind.json.JsonMapper;

/// What billing systems of other panels ask and are answered, word for word, for a reviewer who holds it against what
/// those panels say. What is asked stands in scripts; an operation, route or command without a dialogue fails.
@Tag(Golden.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialoguesTest extends PanelTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/dialogues");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:\\.[a-z]+)?)}");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

    /// Who asks these cannot be told that something is missing.
    private static final Set<String> NEVER_REFUSED = Set.of(
            "db_server/get-supported-types",
            "dns/get-status-remote-dns",
            "dns/get_acl",
            "event_log/get",
            "event_log/get-last-id",
            "event_log/get_events",
            "ip/get",
            "mail/get-available-mail-providers",
            "reseller-plan/get-limit-descriptor",
            "reseller-plan/get-permission-descriptor",
            "server/get",
            "server/get_protos",
            "session/get",
            "site-alias/get-supported-services",
            "ui/get-navigation");

    /// Known, and always refused.
    private static final Set<String> NEVER_DONE =
            Set.of("ip/add", "ip/set", "ip/del", "reseller/ippool-del-ip", "webspace/get_traffic");

    private static final Set<String> COMMANDS_NEVER_REFUSED = Set.of("--list", "--create-default");
    private static final Set<String> COMMANDS_NEVER_DONE = Set.of(
            "reseller --lock-subscription",
            "role --create",
            "role --delete",
            "role --update",
            "subscription --lock-subscription");
    private static final Set<String> COMMANDS_OF_ONE = Set.of("admin --info");

    @Autowired
    private ApplicationContext panel;

    @Autowired
    private CommandLine commands;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Map<String, String> kept = new HashMap<>();
    private Biller biller = new Biller("", "", "");
    private Program program = new Program("", "");

    @BeforeAll
    void aBillingSystem() {
        given.administratorsPassword();
        Specimen.Numbers.leap(given);
        biller = new Biller(address(), "admin", Given.PASSWORD);
        program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
    }

    Stream<String> operators() {
        return KnownOperations.of(panel).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void packetsAreAnsweredAsReviewed(String operator) throws IOException {
        var specimen = new Specimen();
        var done = new TreeSet<String>();
        var refused = new TreeSet<String>();
        somebodyWithASubscription(operator);
        for (var node : Xml.children(Xml.parse(Files.readString(SCRIPTS.resolve(operator + ".xml"))))) {
            if (node instanceof Comment comment) specimen.note(comment.getData().strip());
            if (!(node instanceof Element packet)) continue;
            var asked = Xml.first(packet);
            var way = operator + "/" + asked.getNodeName();
            boolean told = !Xml.taken(packet, "given").equals("yes");
            var keep = Xml.taken(asked, "keep");
            boolean shape = Xml.taken(asked, "shape").equals("yes");
            biller.speaking(Xml.taken(packet, "version"));
            var question = filled(Xml.pretty(packet));
            var answer = biller.ask(question);
            keep(keep, answer);
            if (answer.count("//status[text()='ok']") > 0) done.add(way);
            if (!told) {
                assertThat(answer.count("//status[text()='ok']"))
                        .as(answer.text())
                        .isPositive();
                continue;
            }
            if (shape) Xml.onlyTheShape(answer.document().getDocumentElement());
            if (answer.count("//status[text()='error']") > 0) refused.add(way);
            if (!specimen.toString().contains("# " + asked.getNodeName() + "\n")) specimen.heading(asked.getNodeName());
            specimen.asked(question);
            specimen.answered(Xml.pretty(answer.document().getDocumentElement()));
        }
        Golden.check("dialogues/" + operator + ".txt", specimen.toString());
        for (var operation : KnownOperations.of(panel).get(operator)) {
            var way = operator + "/" + operation;
            assertThat(done.contains(way)).as("%s is done in a dialogue", way).isEqualTo(!NEVER_DONE.contains(way));
            assertThat(refused.contains(way))
                    .as("%s is refused in a dialogue", way)
                    .isEqualTo(!NEVER_REFUSED.contains(way));
        }
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        var text = new StringBuilder();
        var all = KnownOperations.unsupported();
        for (var operator : new TreeSet<>(all.keySet())) {
            for (var operation : new TreeSet<>(all.get(operator))) {
                var answer = biller.ask("<%1$s><%2$s/></%1$s>".formatted(operator, operation));
                text.append(
                        "%s/%s %s %s%n".formatted(operator, operation, answer.at("//errcode"), answer.at("//errtext")));
            }
        }
        Golden.check("dialogues/unsupported.txt", text.toString());
    }

    @Test
    void theOldRestInterfaceAnswersAsReviewed() throws IOException {
        var specimen = new Specimen();
        var asked = new ArrayList<String[]>();
        somebodyWithASubscription("rest");
        for (var line : Files.readAllLines(SCRIPTS.resolve("restv2.txt"))) {
            if (line.isBlank()) continue;
            var parts = filled(line).split(" ", 4);
            var body = parts.length > 3 ? parts[3] : "";
            asked.add(new String[] {parts[1], parts[2]});
            var answer = ask(parts[1], parts[2], body);
            if (answer.body().has("id") || answer.body().has("key")) {
                kept.put(parts[0], answer.at("id"));
                kept.put(parts[0] + ".key", answer.at("key"));
            }
            specimen.heading(parts[1] + " " + parts[2]);
            if (!body.isEmpty()) specimen.asked(body);
            specimen.answered(Integer.toString(answer.status()));
            if (!parts[0].equals("!"))
                specimen.answered(
                        Specimen.machine(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer.body())));
        }
        Golden.check("dialogues/restv2.txt", specimen.toString());
        var silent = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().equals("org.wirt.restv2")) return;
            for (var method : info.getMethodsCondition().getMethods())
                for (var path : info.getPatternValues())
                    if (asked.stream().noneMatch(one -> one[0].equals(method.name()) && isAt(path, one[1])))
                        silent.add(method + " " + path);
        });
        assertThat(silent).as("routes without a dialogue").isEmpty();
    }

    @Test
    void commandsPrintAsReviewed() throws IOException {
        var specimen = new Specimen();
        var done = new TreeSet<String>();
        var refused = new TreeSet<String>();
        somebodyWithASubscription("bin");
        for (var line : Files.readAllLines(SCRIPTS.resolve("commands.txt"))) {
            if (line.isBlank()) continue;
            var words = words(filled(line));
            var body = JSON.writeValueAsString(words.subList(1, words.size()));
            var answer =
                    program.post("/api/v2/cli/" + words.getFirst() + "/call", "{\"params\":" + body + ",\"env\":{}}");
            var out = answer.at("stdout");
            if (answer.number("code") == 0 && words.getFirst().equals("secret_key") && words.contains("--create"))
                kept.put("key", out.strip());
            specimen.heading(line);
            specimen.answered(Long.toString(answer.number("code")));
            specimen.answered(words.contains("--list") ? mine(out) : out);
            if (!answer.at("stderr").isBlank()) specimen.answered("! " + answer.at("stderr"));
            var way = words.getFirst() + " " + words.get(1);
            (answer.number("code") == 0 ? done : refused).add(way);
        }
        Golden.check("dialogues/commands.txt", specimen.toString());
        for (var utility : commands.names()) {
            for (var command : commands.taken(utility).orElseThrow().commands().keySet()) {
                var way = utility + " " + command;
                if (!COMMANDS_NEVER_DONE.contains(way))
                    assertThat(done).as("done in a dialogue").contains(way);
                if (!COMMANDS_NEVER_REFUSED.contains(command) && !COMMANDS_OF_ONE.contains(way))
                    assertThat(refused).as("refused in a dialogue").contains(way);
            }
        }
    }

    private static boolean isAt(String pattern, String path) {
        return path.replaceFirst("\\?.*", "").matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private Program.Answer ask(String method, String path, String body) {
        return switch (method) {
            case "GET" -> program.get(path);
            case "POST" -> program.post(path, body);
            case "PUT" -> program.put(path, body);
            default -> program.delete(path);
        };
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .toList();
    }

    /// Of all that are listed, those of this dialogue.
    private static String mine(String listed) {
        return listed.lines()
                .filter(line -> line.contains("bin"))
                .reduce((one, two) -> one + "\n" + two)
                .orElse("…");
    }

    /// Ada with a domain that is called as what is talked about.
    private void somebodyWithASubscription(String about) {
        var name = about.replace('_', '-');
        var customer = ("<customer><add><gen_info><pname>Ada Wirt</pname><login>ada-%s</login><passwd>kurz5</passwd>"
                        + "<email>ada@dialogue.example</email></gen_info></add></customer>")
                .formatted(name);
        biller.speaking("");
        keep("ada", biller.ask(customer));
        kept.put("host", name + ".dialogue.example");
        var webspace = ("<webspace><add><gen_setup><name>%s</name><owner-id>%s</owner-id></gen_setup><hosting><vrt_hst>"
                        + "<property><name>ftp_login</name><value>fd%s</value></property>"
                        + "<property><name>ftp_password</name><value>geheim5!</value></property>"
                        + "</vrt_hst></hosting></add></webspace>")
                .formatted(kept.get("host"), kept.get("ada"), name.replace("-", ""));
        keep("space", biller.ask(webspace));
        var self = Certificate.of(List.of(kept.getOrDefault("host", "")));
        kept.put("self.cert", self.chain());
        kept.put(
                "self.pvt",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private void keep(String name, Biller.Answer answer) {
        if (name.isEmpty()) return;
        kept.put(name, answer.at("//result/id | //result/key"));
        for (var more : List.of("guid", "csr", "pvt")) kept.put(name + "." + more, answer.at("//result/" + more));
    }

    private String filled(String text) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(kept.getOrDefault(found.group(1), found.group())));
    }
}
