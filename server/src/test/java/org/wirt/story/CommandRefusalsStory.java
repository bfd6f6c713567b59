package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a command of the dialect refuses: it says why, ends otherwise than zero, and nothing is done.
class CommandRefusalsStory extends CommandDialectTest {

    @Test
    void whatIsWrongIsToldAndEndsOtherwiseThanZero() {
        for (var wrong : List.of(
                new String[] {},
                new String[] {"create"},
                new String[] {"--wandern", login},
                new String[] {"--create", login},
                new String[] {"--create"},
                new String[] {"--create", login, "-passwd"},
                new String[] {"--create", login, "-passwd", "kurz5", "-augenfarbe", "blau"},
                new String[] {"--create", login, "-passwd", "kurz5", "-status", "vielleicht"})) {
            var printed = run("customer", wrong);
            assertThat(printed.code()).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(printed.err()).isNotBlank();
        }
        assertThat(run("customer", "--create", login, "-passwd", "kurz5", "-owner", "gibtsnicht")
                        .code())
                .as("whom it is to belong to is unknown")
                .isEqualTo(2);
        assertThat(given.number("select count(*) from wirt.login where username = ?", login))
                .isZero();
    }

    @Test
    void aWordWhereNoneBelongsIsRefused() {
        for (var wrong : List.of(
                "customer --list",
                "reseller -l",
                "subscription --list",
                "service_plan --list",
                "service_plan --create-default",
                "reseller_plan --list",
                "admin --info",
                "admin --get-login-link",
                "secret_key --list",
                "secret_key --create",
                "secret_key --delete")) {
            var words = wrong.split(" ", 2);
            var printed = run(words[0], words[1], "foo");
            assertThat(printed.code()).as(wrong).isEqualTo(1);
            assertThat(printed.out()).isEmpty();
            assertThat(printed.err()).contains("foo");
        }
    }

    @Test
    void aLoginStartsWithALetter() {
        aCustomerWithASubscription();
        for (var wrong : List.of("9" + login, "_" + login, "\u00e9" + login)) {
            for (var utility : List.of("customer", "reseller")) {
                var printed = run(utility, "-c", wrong, "-name", "Ada", "-passwd", "kurz5", "-email", "a@b.example");
                assertThat(printed.code()).as(utility + " " + wrong).isEqualTo(1);
                assertThat(printed.err()).contains(wrong);
            }
            assertThat(run("customer", "--update", login, "-login", wrong).code())
                    .isEqualTo(1);
            assertThat(given.number("select count(*) from wirt.login where username = ?", wrong))
                    .isZero();
        }
        done("customer", "--info", login);
    }

    @Test
    void whatStaysDarkIsNotSaidToBeOn() {
        aCustomerWithASubscription();
        done("subscription", "--webspace-off", host);
        done("customer", "--off", login);
        var on = run("subscription", "--webspace-on", host);
        assertThat(on.code()).isEqualTo(1);
        assertThat(on.out()).isEmpty();
        assertThat(on.err()).contains(host, "stays suspended");
        done("customer", "--on", login);
        assertThat(live()).as("its own reason is gone").isEqualTo(1);
    }

    @Test
    void anEmptyPasswordIsRefused() {
        aCustomerWithASubscription();
        assertThat(run("customer", "--update", login, "-passwd", "").code()).isEqualTo(1);
        assertThat(run("subscription", "--update", host, "-passwd", "").err()).contains("PSA_PASSWORD");
    }

    @Test
    void anOptionThatWouldMeanNothingIsRefused() {
        aCustomerWithASubscription();
        for (var wrong : List.of(
                new String[] {"customer", "--update", login, "-owner", "admin"},
                new String[] {"customer", "--update", login, "-creation-date", "2020-01-01"},
                new String[] {"customer", "--update", login, "-ext_permission_x", "true"},
                new String[] {"customer", "--remove", login, "-name", "Ada"},
                new String[] {"customer", "--change-owner", login, "-owner", "admin", "-map", "1"},
                new String[] {"subscription", "--update", host, "-service-plan", "Unlimited"},
                new String[] {"subscription", "--update", host, "-creation-date", "2020-01-01"},
                new String[] {"subscription", "--update", host, "-www-root", "public"},
                new String[] {"subscription", "--update", host, "-hosting", "false", "-php", "true"},
                new String[] {"reseller", "--create", "r" + login, "-passwd", "kurz5", "-owner", login})) {
            var printed = run(wrong[0], Arrays.copyOfRange(wrong, 1, wrong.length));
            assertThat(printed.code()).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(printed.err()).isNotBlank();
        }
        done("subscription", "--update", host, "-www-root", "httpdocs");
        done("subscription", "--update", host, "-manage_not_chroot_shell", "true", "-ext_permission_x", "true");
        assertThat(done("subscription", "--info", host))
                .containsPattern("manage_not_chroot_shell: +true")
                .containsPattern("ext_permission_x: +true");
        assertThat(run("reseller", "--lock-subscription", "gibtsnicht").code()).isEqualTo(2);
    }

    @Test
    void aNameIsOneLine() {
        var name = "Paket " + Given.unique();
        assertThat(run("service_plan", "--create", name + "\n2").code()).isEqualTo(1);
        assertThat(run("service_plan", "--info", name + "\0").code()).isEqualTo(1);
        done("service_plan", "--create", name);
        assertThat(run("service_plan", "--update", name, "-new-name", name + "\n2")
                        .code())
                .isEqualTo(1);
        assertThat(run("subscription", "--create", host, "-login", "postfix", "-passwd", "geheim5!")
                        .err())
                .contains("belongs to the server");
    }
}
