package org.wirt.access;

import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Username;

/// Before the ready line of the first start: the administrator's password from `WIRT_ADMIN_PASSWORD`, or the link by
/// which he sets it. The link is printed anew at each start until it has been used.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

    static final String USERNAME = "admin";

    private final People people;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final Settings settings;
    private final WebServerApplicationContext server;

    FirstAdministrator(
            People people,
            Passwords passwords,
            OneTimeLinks links,
            Settings settings,
            WebServerApplicationContext server) {
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var admin = people.credentials(USERNAME);
        if (admin.isEmpty() || admin.get().hash() != null) return;
        var given = settings.text("WIRT_ADMIN_PASSWORD");
        if (given.isPresent()) {
            refusal(given.get()).ifPresent(why -> {
                throw StartRefused.because("WIRT_ADMIN_PASSWORD does not meet the password policy", why);
            });
            people.setPassword(admin.get().loginId(), passwords.panelHash(given.get()));
            return;
        }
        var web = server.getWebServer();
        var port = web == null ? 0 : web.getPort();
        System.out.println(line(
                settings.text("WIRT_BIND", "127.0.0.1"),
                port,
                links.make(admin.get().loginId())));
    }

    static Optional<Refusal> refusal(String password) {
        return PasswordStrength.USUAL.check(password, new Username(USERNAME));
    }

    static String line(String host, int port, Token token) {
        return "Set the administrator's password: http://" + host + ":" + port + "/set-password/" + token.text();
    }
}
