package org.wirt;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;

/// The panel. Rooms that have something to do before the ready line are `ApplicationRunner`s; those that listen on
/// ports of their own are `SmartLifecycle`s.
@SpringBootApplication(
        // Nobody signs in through the framework, and nobody reads its measurements of requests.
        exclude = {UserDetailsServiceAutoConfiguration.class, WebMvcObservationAutoConfiguration.class},
        // Two rooms may each have a class of one name, e.g. a verb ChangePlan.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Wirt {

    public static void main(String[] args) {
        try {
            start(args);
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(refused.status());
        } catch (RuntimeException e) {
            System.exit(refusal(e).map(StartRefused::status).orElse(StartRefused.UNUSABLE));
        }
    }

    private static void start(String[] args) {
        var settings = new Settings(System::getenv);
        var panel = PanelSettings.from(settings);
        var home = Home.open(Home.from(settings));
        TakenPort.refuse(panel.bind(), panel.httpPort(), "WIRT_HTTP_PORT");
        TakenPort.refuse(panel.bind(), panel.httpsPort(), "WIRT_HTTPS_PORT");
        home.certificate();
        var application = new SpringApplication(Wirt.class);
        application.addInitializers((ConfigurableApplicationContext context) ->
                context.getBeanFactory().registerSingleton("home", home));
        application.run(args);
    }

    /// The refusal behind a failure, where there is one.
    static Optional<StartRefused> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) return Optional.of(refused);
        }
        return Optional.empty();
    }
}
