package org.wirt.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirt.value.InvalidValue;

class WantedEventsTest {

    @Test
    void nothingNamedIsEverything() {
        assertThat(new WantedEvents("").include("customer.created")).isTrue();
        assertThat(new WantedEvents("").list()).isEmpty();
    }

    @Test
    void aKindIsAllOfItAndASingleOneItself() {
        var wanted = new WantedEvents("customer.*, plan.created");
        assertThat(wanted.include("customer.status-changed")).isTrue();
        assertThat(wanted.include("plan.created")).isTrue();
        assertThat(wanted.include("plan.deleted")).isFalse();
        assertThat(wanted.include("customers.created")).isFalse();
    }

    @Test
    void whatAKindIncludesAlreadyIsNotKeptBesides() {
        assertThat(new WantedEvents("plan.created customer.created\ncustomer.* plan.created").list())
                .isEqualTo(List.of("customer.*", "plan.created"));
    }

    @Test
    void whatIsNoTypeIsNamed() {
        assertThatThrownBy(() -> new WantedEvents("customer.created *")).isInstanceOf(InvalidValue.class);
    }
}
