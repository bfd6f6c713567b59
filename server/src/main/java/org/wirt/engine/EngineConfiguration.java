package org.wirt.engine;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Database;
import org.wirt.engine.node.PanelNodes;
import org.wirt.hosting.NodeRelease;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.OpenSessionCounts;
import org.wirt.operation.Followers;

/// The agent, over every product that is there.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);
    private static final String OTHER_RELEASE =
            "select name from wirt.node where agent and release is distinct from ? order by id";
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    @Bean
    PanelSessions panelSessions(DataSource dataSource) {
        return new PanelSessions(dataSource);
    }

    @Bean
    Followers followers(DataSource dataSource) {
        return new NodeFollowers(new SystemRole(dataSource));
    }

    @Bean
    Drift drift(DataSource dataSource, NodeViews views, List<Probe> probes) {
        return new Drift(new SystemRole(dataSource), views, probes);
    }

    @Bean
    RecurringTask<Void> lookForDrift(Drift drift) {
        return Tasks.recurring("look-for-drift", FixedDelay.of(BETWEEN_LOOKS)).execute((_, _) -> drift.look());
    }

    @Bean
    NodeRelease nodeRelease(DataSource dataSource) {
        var release = PanelNodes.release();
        new SystemRole(dataSource)
                .<List<String>>call(database ->
                        database.resultQuery(OTHER_RELEASE, release.name()).fetch(0, String.class))
                .forEach(node -> LOG.warn(
                        "The node {} was set up by another release and serves what it knows: ./wirt node install there, "
                                + "on another machine with a new ticket (./wirt node ticket)",
                        node));
        return release;
    }

    @Bean
    OpenSessionCounts openSessionCounts(List<OpenSessions> products) {
        return new SessionCounts(products);
    }

    @Bean
    Agent agent(
            Database database,
            DataSource dataSource,
            NodeViews views,
            List<OpenSessions> products,
            List<Probe> probes) {
        return new Agent(database, dataSource, views, products, probes);
    }
}
