package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;

/// A customer comes, gets a subscription, is suspended, activated, and removed: told through the page, JSON, XML, the
/// old REST and its command line, and our own command line. The servers follow each, and the log differs by the door
/// alone.
class EveryDoorStory extends PanelTest {

    @TempDir
    private Path home;

    @Autowired
    private ApiTokens tokens;

    private String token() {
        long login = given.number("select id from wirt.login where account_id = 1 and owner");
        return given.token(tokens, new Given.Account(1, 1, login, "admin", "admin", ""));
    }

    @Test
    void theSameIsDoneAndOnlyTheDoorDiffers() {
        given.administratorsPassword();
        var ways = new LinkedHashMap<String, Ways.Way>();
        ways.put("PAGE", new Ways.Page(administrator()));
        ways.put("JSON", new Ways.Json(new Program(address(), token())));
        ways.put("XML", new Ways.Packets(new Biller(address(), "admin", Given.PASSWORD)));
        ways.put(
                "REST_V2",
                new Ways.OldRest(
                        new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD))));
        ways.put("COMMAND_LINE", new Ways.Terminal(home, address(), token()));
        ways.put("COMMAND_LINE in the old words", new Ways.Utilities(home, address(), token()));

        var trails = new LinkedHashMap<String, List<String>>();
        ways.forEach((door, way) -> trails.put(door, told(door.replaceFirst(" .*", ""), way)));

        var first = trails.values().iterator().next();
        assertThat(first).hasSize(5);
        assertThat(trails)
                .allSatisfy((door, trail) -> assertThat(trail).as(door).isEqualTo(first));
    }

    private List<String> told(String door, Ways.Way way) {
        var name = "e" + Given.unique();
        way.customer(name);
        long customer = given.number("select account_id from wirt.login where username = ?", name);
        way.subscription(name, customer);
        assertThat(site(name)).as(door).isEqualTo("on");
        way.suspend(name, customer);
        assertThat(site(name)).as(door).isNotEqualTo("on");
        way.activate(name, customer);
        assertThat(site(name)).as(door).isEqualTo("on");
        way.remove(name, customer);
        assertThat(site(name)).as(door).isNotEqualTo("on");

        assertThat(given.database
                        .resultQuery(
                                "select distinct door from wirt.audit where account_id = ? and actor = 'admin'",
                                customer)
                        .fetch(0, String.class))
                .containsExactly(door);
        return given.database
                .resultQuery(
                        "select verb, object, object_name, outcome, before::text b, after::text a from wirt.audit where account_id = ? order by id",
                        customer)
                .fetch(line -> Arrays.asList(line.intoArray())
                        .toString()
                        .replace(name, "NAME")
                        .replaceAll("\\d+", "#"));
    }

    private String site(String name) {
        return given.database
                .resultQuery("select state from node.web where host = ?", name + ".example")
                .fetchOptional(0, String.class)
                .orElse("gone");
    }
}
