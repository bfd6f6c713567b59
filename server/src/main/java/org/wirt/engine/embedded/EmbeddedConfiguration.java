package org.wirt.engine.embedded;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;

/// The servers of the default installation: everything in the panel's own process.
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    @Bean
    EngineSettings engineSettings(Settings settings) {
        return EngineSettings.from(settings);
    }

    @Bean
    EmbeddedWeb embeddedWeb(EngineSettings settings, NodeViews views, Home home) {
        return new EmbeddedWeb(settings, views, home.folder("web"));
    }

    @Bean
    EmbeddedFtp embeddedFtp(EngineSettings settings, NodeViews views, ServicePasswords passwords, Home home) {
        return new EmbeddedFtp(settings, views, passwords, home.certificate());
    }
}
