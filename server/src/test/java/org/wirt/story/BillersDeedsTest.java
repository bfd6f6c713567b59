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

    Biller.Answer told(String operator, long id, String wanted) {
        return biller.ask("<%1$s><get><filter><id>%2$d</id></filter>%3$s</get></%1$s>".formatted(operator, id, wanted));
    }

    static String addNamed(String operator, String name, String said) {
        return "<%1$s><add><name>%2$s</name>%3$s</add></%1$s>".formatted(operator, name, said);
    }

    static String set(String operator, Object id, String said) {
        return "<%1$s><set><filter><id>%2$s</id></filter>%3$s</set></%1$s>".formatted(operator, id, said);
    }

    static String setNamed(String operator, String name, String said) {
        return "<%1$s><set><filter><name>%2$s</name></filter>%3$s</set></%1$s>".formatted(operator, name, said);
    }

    static String limit(String name, Object value) {
        return "<limit><name>" + name + "</name><value>" + value + "</value></limit>";
    }

    static String permission(String name, String value) {
        return "<permission><name>" + name + "</name><value>" + value + "</value></permission>";
    }

    static String reseller(String login, String more) {
        return ("<reseller><add><gen-info><pname>Netzwirt</pname><login>%s</login><passwd>geheim5</passwd></gen-info>"
                        + "%s</add></reseller>")
                .formatted(login, more);
    }
}
