package org.wirt;

import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.engine.PlainErrors;

/// The panel's own two ports, its clock, and the line that says it is ready.
@Configuration(proxyBeanMethods = false)
class PanelConfiguration {

    @Bean
    PanelSettings panelSettings(Settings settings) {
        return PanelSettings.from(settings);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encryptedPort(PanelSettings settings, Home home) {
        return factory -> factory.addAdditionalConnectors(EncryptedPort.connector(settings, home.certificate()));
    }

    /// A page leaves in few writes: a list of fifty rows has a hundred kilobytes.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wholePages() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", "65536"));
    }

    /// For requests that never become one of a page, because they cannot be read.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(PlainErrors.class.getName());
        });
    }

    /// Last of all listeners: by then every port listens and every runner is done.
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
                && context.getWebServer() != null) {
            var settings = context.getBean(PanelSettings.class);
            System.out.println(
                    "Wirt is ready: " + settings.address(context.getWebServer().getPort()));
        }
    }
}
