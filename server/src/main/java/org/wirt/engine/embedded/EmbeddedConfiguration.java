package org.wirt.engine.embedded;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.engine.Consumption;
import org.wirt.engine.Probe;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.ServingNode;

/// The servers of the default installation: everything in the panel's own process.
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedConfiguration.class);
    /// Shortly after midnight, so that a month begins where it begins.
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 1);

    @Bean
    EngineSettings engineSettings(Settings settings, NodeViews views) {
        var serving = views.serving(ServingNode.LOCAL);
        serving.ifPresent(_ -> LOG.info("A hosting node serves customers; the panel's own servers stay off."));
        return EngineSettings.from(settings, serving.isEmpty());
    }

    @Bean
    Meter meter() {
        return new Meter();
    }

    @Bean
    Metering metering(Meter meter, DataSource dataSource, Clock clock, EngineSettings settings) {
        return new Metering(meter, new Consumption(dataSource), clock, settings.on());
    }

    @Bean
    RecurringTask<Void> measureAll(Metering metering) {
        return Tasks.recurring("measure-all", new Daily(AT_NIGHT)).execute((_, _) -> metering.measureAll());
    }

    @Bean
    EmbeddedWeb embeddedWeb(EngineSettings settings, NodeViews views, Meter meter, Home home) {
        return new EmbeddedWeb(settings, views, meter, home.folder("web"));
    }

    @Bean
    EmbeddedFtp embeddedFtp(
            EngineSettings settings, NodeViews views, ServicePasswords passwords, Home home, Meter meter) {
        return new EmbeddedFtp(settings, views, passwords, home.certificate(), meter);
    }

    @Bean
    EmbeddedSftp embeddedSftp(
            EngineSettings settings, NodeViews views, ServicePasswords passwords, Home home, Meter meter) {
        return new EmbeddedSftp(settings, views, passwords, home.folder("ssh").resolve("host-key"), meter);
    }

    @Bean
    MailStore mailStore(Clock clock) {
        return new MailStore(clock);
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
    Probe webProbe(EmbeddedWeb web, EngineSettings settings, NodeViews views) {
        return new WebProbe(number -> views.serving(number)
                .map(node -> new InetSocketAddress(node.address(), node.ports().web()))
                .orElseGet(() -> new InetSocketAddress(settings.reachable(), web.port())));
    }

    @Bean
    Probe smtpProbe(EmbeddedSmtp smtp, EngineSettings settings, NodeViews views) {
        return new SmtpProbe(number -> views.serving(number)
                .map(node -> new InetSocketAddress(node.address(), node.ports().smtp()))
                .orElseGet(() -> new InetSocketAddress(settings.reachable(), smtp.port())));
    }
}
