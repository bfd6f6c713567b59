package org.wirt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirt.database.StartRefused;
import org.wirt.value.DomainName;
import org.wirt.value.Username;

class DemoTest {

    @Test
    void theNumberStandsBehindTheWord() {
        assertThat(Demo.customers(List.of())).isEmpty();
        assertThat(Demo.customers(List.of("--demo", "1000"))).hasValue(1000);
        assertThatThrownBy(() -> Demo.customers(List.of("--demo"))).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> Demo.customers(List.of("--demo", "0"))).isInstanceOf(StartRefused.class);
    }

    @Test
    void whoWaitsForManyPagesIsToldSo() {
        assertThat(Filling.progress(300)).isEmpty();
        assertThat(Filling.progress(16_000)).hasValue("Demo: writing the first pages of 16000 web sites.");
    }

    @Test
    void everybodyHasAUsernameAndADomain() {
        IntStream.range(0, 5_000).mapToObj(Names::customer).forEach(name -> {
            assertThat(Username.chosen(name.plain()).text()).isEqualTo(name.plain());
            assertThat(new DomainName(name.domain() + ".example").ascii()).endsWith(".example");
        });
        assertThat(Names.customer(0).contact()).isEqualTo("Gasthof Adler");
    }
}
