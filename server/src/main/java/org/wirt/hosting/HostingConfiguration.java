package org.wirt.hosting;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Database;
import org.wirt.database.Home;
import org.wirt.database.Settings;

/// What the servers look up, and where their files lie.
@Configuration(proxyBeanMethods = false)
class HostingConfiguration {

    private static final String HOSTING = "WIRT_HOSTING";

    @Bean(destroyMethod = "close")
    NodeViews nodeViews(Database database) {
        return NodeViews.of(database);
    }

    @Bean
    Homes homes(Home home, Settings settings, NodeViews views) {
        var root = settings.text(HOSTING).map(Path::of).orElseGet(() -> home.folder("hosting"));
        return new Homes(home, root, node -> views.serving(node).map(ServingNode::homes));
    }

    /// Asked anew each time: a node may have taken over since the panel started.
    @Bean
    ServiceDoors serviceDoors(Settings settings, NodeViews views) {
        var own = ServicePorts.from(settings);
        return node -> views.serving(node).map(ServiceDoors.Door::of).orElse(new ServiceDoors.Door("", own, false));
    }

    @Bean
    ServicePasswords servicePasswords() {
        return new ServicePasswords();
    }
}
