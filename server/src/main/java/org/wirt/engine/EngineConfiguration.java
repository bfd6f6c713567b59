package org.wirt.engine;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Database;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.OpenSessionCounts;

/// The agent, over every product that is there.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    @Bean
    PanelSessions panelSessions(DataSource dataSource) {
        return new PanelSessions(dataSource);
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
