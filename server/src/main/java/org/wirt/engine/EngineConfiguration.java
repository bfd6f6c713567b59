package org.wirt.engine;

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

    @Bean
    PanelSessions panelSessions(DataSource dataSource) {
        return new PanelSessions(dataSource);
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
