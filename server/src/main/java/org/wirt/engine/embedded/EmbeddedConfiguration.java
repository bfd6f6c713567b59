package org.wirt.engine.embedded;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.engine.Consumption;
import org.wirt.engine.Probe;
import org.wirt.hosting.Homes;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;

/// The servers of the default installation: everything in the panel's own process.
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    /// Shortly after midnight, so that a month begins where it begins.
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 1);

    @Bean
    EngineSettings engineSettings(Settings settings) {
        return EngineSettings.from(settings);
    }

    @Bean
    Meter meter() {
        return new Meter();
    }

    @Bean
    Metering metering(Meter meter, DataSource dataSource, Homes homes, Clock clock) {
        return new Metering(meter, new Consumption(dataSource), homes, clock);
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
