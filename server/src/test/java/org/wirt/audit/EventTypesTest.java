package org.wirt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {

    @ParameterizedTest
    @CsvSource({
        "customer.create, customer.created",
        "customer.suspend, customer.status-changed",
        "customer.suspend.undo, customer.status-changed",
        "customer.contact, customer.updated",
        "customer.remove, customer.deleted",
        "customer.remove.undo, customer.restored",
        "reseller.convert, reseller.converted",
        "subscription.plan, subscription.plan-changed",
        "subscription.subscriber, subscription.owner-changed",
        "site.certificate, site.updated",
        "plan.clone, plan.created",
        "token.revoke, token.deleted",
        "database.create, database.created",
        "database-user.remove, database-user.deleted",
        "protected-dir.change, protected-dir.updated",
        "login, login.succeeded",
        "login.failed, login.failed",
        "account.log-in-as, login.as"
    })
    void aDeedIsAnEventOfItsObject(String verb, String type) {
        assertThat(EventTypes.of(verb)).isEqualTo(type);
    }

    @Test
    void thereAreThoseOfTheVerbsAndThoseOfWhatIsNone() {
        assertThat(EventTypes.all(List.of("plan.create", "plan.remove" + EventTypes.UNDO)))
                .contains("plan.created", "plan.restored", "login.failed", "token.created", "letter.updated")
                .doesNotContain("plan.deleted");
    }

    @Test
    void whatIsUnknownStaysWhatItIs() {
        assertThat(EventTypes.of("surprise")).isEqualTo("surprise");
    }
}
