package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirt.database.TestDatabase;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;

/// What servers answer is compared with what they should.
class DriftTest {

    private static final long NODE = 77;

    private final NodeViews views = NodeViews.of(TestDatabase.database());
    private Given live;
    private Given dark;

    @BeforeEach
    void aNodeWithTwoCustomers() {
        live = Running.customer();
        dark = Running.customer();
        live.database.execute("insert into wirt.node (id, name) values (77, 'drifting')");
        live.database.execute("update wirt.node set agent = true, homes = '/srv/wirt', seen_at = now() where id = 77");
        for (var given : List.of(live, dark))
            given.database.execute("update wirt.subscription set node_id = 77 where id = ?", given.subscription);
        dark.suspend(Given.Cause.CUSTOMER);
    }

    @AfterEach
    void gone() {
        for (var given : List.of(live, dark))
            given.database.execute("update wirt.subscription set node_id = 1 where id = ?", given.subscription);
        live.database.execute("delete from wirt.node where id = 77");
        views.close();
    }

    /// A server that answers so, by host or address and how often it was asked.
    private record Answering(Service service, BiFunction<String, Integer, Integer> answer, Map<String, Integer> asked)
            implements Probe {

        @Override
        public Map<String, Integer> ask(long node, Collection<String> hosts) {
            var answers = new HashMap<String, Integer>();
            if (node != NODE) return answers;
            for (var host : hosts) answers.put(host, answer.apply(host, asked.merge(host, 1, Integer::sum)));
            return answers;
        }

        @Override
        public boolean dark(int given) {
            return given == 503 || given == 404 || given == 550;
        }
    }

    private List<String> found(BiFunction<String, Integer, Integer> answer) {
        return found(Service.WEB, answer);
    }

    private List<String> found(Service service, BiFunction<String, Integer, Integer> answer) {
        new Drift(new SystemRole(TestDatabase.app()), views, List.of(new Answering(service, answer, new HashMap<>())))
                .look();
        return live.database
                .fetch("select subject || ' ' || dark || ' ' || answer from wirt.drift where node_id = 77")
                .map(row -> row.get(0, String.class));
    }

    @Test
    void nothingIsSaidWhereEverythingIsAnsweredAsItShould() {
        assertThat(found((host, _) -> host.equals(dark.host) ? 503 : 200)).isEmpty();
        assertThat(found((host, _) -> 404))
                .as("a live site may lack its first page")
                .isEmpty();
    }

    @Test
    void whatIsReachableAlthoughSuspendedAndDarkAlthoughActiveIsFound() {
        assertThat(found((host, _) -> host.equals(dark.host) ? 200 : 503))
                .contains(dark.host + " true 200", live.host + " false 503");
    }

    @Test
    void oneOddAnswerIsNoneYet() {
        assertThat(found((host, time) -> time == 1 ? 200 : 503)).doesNotContain(dark.host + " true 200");
    }

    @Test
    void mailboxesAreLookedAtAsWell() {
        assertThat(found(Service.MAIL_IN, (address, _) -> address.equals(dark.address) ? 550 : 250))
                .isEmpty();
        assertThat(found(Service.MAIL_IN, (address, _) -> address.equals(dark.address) ? 250 : 550))
                .contains(dark.address + " true 250", live.address + " false 550");
    }
}
