package org.wirt.demo;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.value.PasswordStrength;
import org.wirt.value.RandomPassword;

/// Fills an empty panel before the ready line: `--demo N` gives N customers. All their logins share one password,
/// `WIRT_DEMO_PASSWORD` or a new one that is printed this once. A panel that has accounts is left as it is.
@Component
class Demo implements ApplicationRunner {

    static final int MOST = 1_000_000;

    private final Filling filling;
    private final Settings settings;

    Demo(Filling filling, Settings settings) {
        this.filling = filling;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var wanted = customers(List.of(arguments.getSourceArgs()));
        if (wanted.isEmpty()) return;
        if (filling.isFilled()) {
            System.out.println("There are accounts already; no demo data was added.");
            return;
        }
        var given = settings.text("WIRT_DEMO_PASSWORD");
        given.flatMap(PasswordStrength::checkForServices).ifPresent(why -> {
            throw StartRefused.because("WIRT_DEMO_PASSWORD cannot be used", why);
        });
        var password = given.orElseGet(RandomPassword::make);
        var first = filling.fill(wanted.getAsInt(), password);
        System.out.println("Demo: " + wanted.getAsInt() + " customers. Sign in as " + String.join(", ", first)
                + given.map(_ -> " with WIRT_DEMO_PASSWORD.").orElse(" with the password " + password));
    }

    /// The number behind `--demo`.
    static OptionalInt customers(List<String> arguments) {
        int at = arguments.indexOf("--demo");
        if (at < 0) return OptionalInt.empty();
        var number = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        if (!number.matches("\\d{1,7}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > MOST) {
            throw new StartRefused("--demo wants a number of customers from 1 to " + MOST);
        }
        return OptionalInt.of(Integer.parseInt(number));
    }
}
