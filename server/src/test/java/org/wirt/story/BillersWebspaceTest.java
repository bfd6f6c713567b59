package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.BeforeEach;

/// A subscription of which a billing system says things, and how it says them.
abstract class BillersWebspaceTest extends BillingTest {

    Given.Subscription webspace;

    @BeforeEach
    void aSubscription() {
        webspace = given.subscription(given.customer("Gasthof Ablage"));
    }

    String made(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.at("//result/id");
    }

    void isRefused(String number, String packet) {
        assertThat(biller.ask(packet).at("//result/errcode")).as(packet).isEqualTo(number);
    }

    void isMadeToldAndGone(String operator, String get, String del, String id, String way, String expected) {
        assertThat(biller.ask(by(operator, get, "id", id)).at(way)).isEqualTo(expected);
        assertThat(biller.ask(by(operator, del, "id", id)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask(by(operator, get, "id", id)).at("//result/errcode"))
                .isEqualTo("1013");
    }
}
