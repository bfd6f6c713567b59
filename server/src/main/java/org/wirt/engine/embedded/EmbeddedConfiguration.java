package org.wirt.engine.embedded;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.engine.Probe;
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

    @Bean
    EmbeddedSftp embeddedSftp(EngineSettings settings, NodeViews views, ServicePasswords passwords, Home home) {
        return new EmbeddedSftp(settings, views, passwords, home.folder("ssh").resolve("host-key"));
    }

    @Bean
    MailStore mailStore() {
        return new MailStore();
    }

    @Bean
    EmbeddedSmtp embeddedSmtp(EngineSettings settings, NodeViews views, MailStore store, Home home) {
        return new EmbeddedSmtp(settings, views, store, home.certificate());
    }

    @Bean
    EmbeddedSubmission embeddedSubmission(
            EngineSettings settings, NodeViews views, ServicePasswords passwords, MailStore store, Home home) {
        return new EmbeddedSubmission(settings, views, passwords, store, home.certificate());
    }

    @Bean
    EmbeddedImap embeddedImap(
            EngineSettings settings, NodeViews views, ServicePasswords passwords, MailStore store, Home home) {
        return new EmbeddedImap(settings, views, passwords, store, home.certificate());
    }

    @Bean
    Probe webProbe(EmbeddedWeb web, EngineSettings settings) {
        return new WebProbe(web, settings.reachable());
    }

    @Bean
    Probe smtpProbe(EmbeddedSmtp smtp, EngineSettings settings) {
        return new SmtpProbe(smtp, settings.reachable());
    }
}
