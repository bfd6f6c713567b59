package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

/// A billing system whose packets are done, or refused with a number.
abstract class BillersDeedsTest extends BillingTest {

    /// @return the number that the answer names; 0 where it names none
    long done(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.count("//result/id") == 0 ? 0 : answer.number("//result/id");
    }

    void refused(String number, String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//errcode")).as(packet + answer.text()).isEqualTo(number);
    }
}
