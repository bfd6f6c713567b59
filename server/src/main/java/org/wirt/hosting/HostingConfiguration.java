package org.wirt.hosting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Database;
import org.wirt.database.Home;
import org.wirt.database.Settings;

/// What the servers look up, and where their files lie.
@Configuration(proxyBeanMethods = false)
class HostingConfiguration {

    @Bean(destroyMethod = "close")
    NodeViews nodeViews(Database database) {
        return NodeViews.of(database);
    }

    @Bean
    Homes homes(Home home) {
        return new Homes(home);
    }

    @Bean
    ServicePorts servicePorts(Settings settings) {
        return ServicePorts.from(settings);
    }

    @Bean
    ServicePasswords servicePasswords() {
        return new ServicePasswords();
    }
}
