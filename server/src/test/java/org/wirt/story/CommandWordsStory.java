package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every word of a command of the dialect counts: where one says the opposite of another, none is done.
class CommandWordsStory extends CommandDialectTest {

    @BeforeEach
    void somebody() {
        aCustomerWithASubscription();
    }

    @Test
    void whatIsSaidTwiceIsTheSame() {
        isRefused(1, "-name is given twice", "customer", "--update", login, "-name", "Bea", "-name", "Cleo");
        isRefused(1, "given twice", "customer", "--update", login, "-external_id", "E1", "-external-id", "E2");
        isRefused(1, "given twice", "subscription", "--update", host, "-max_box", "5", "-max-box", "9");
        isRefused(1, "given twice", "subscription", "--update", host, "-status", "disabled", "-status", "enabled");
        assertThat(done("customer", "--info", login)).contains("Ada Wirt");
        done("customer", "--update", login, "-company", "Adler", "-company", "Adler", "-notify", "false");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        var against = "contradict each other";
        isRefused(1, against, "subscription", "--update", host, "-disk_space", "100M", "-hard_quota", "300M");
        isRefused(1, against, "subscription", "--update", host, "-hosting", "false", "-hst_type", "phys");
        isRefused(
                1,
                against,
                "subscription",
                "--create",
                "x." + host,
                "-owner",
                login,
                "-hosting",
                "false",
                "-hst_type",
                "phys");
        isRefused(
                1,
                against,
                "subscription",
                "--switch-subscription",
                host,
                "-custom",
                "true",
                "-service-plan",
                "Unlimited");
        isRefused(
                1,
                against,
                "customer",
                "--convert-to-reseller",
                login,
                "-reseller-plan",
                "Eins",
                "-service-plan",
                "Zwei");
        isRefused(1, "-ip is empty", "subscription", "--update", host, "-ip", "");
        done("subscription", "--update", host, "-hosting", "true", "-hst_type", "phys");
        done("subscription", "--update", host, "-disk_space", "100M", "-hard_quota", "104857600");
        assertThat(done("subscription", "--info", host)).containsPattern("disk_space: +104857600");
    }

    @Test
    void whoeverIsUnknownEndsWithTwo() {
        isRefused(2, "", "subscription", "--create", "y." + host, "-owner", "gibtsnicht");
        isRefused(2, "", "customer", "--create", "t" + login, "-passwd", "kurz5", "-owner", "gibtsnicht");
        isRefused(2, "", "subscription", "--update", "gibtsnicht.example", "-description", "x");
    }
}
