package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From where hosting nodes reach the panel's database.
class AddressRangesTest {

    @Test
    void networksAreLetInEncryptedAndAsNodesOnly() {
        var ranges = AddressRanges.parse("10.0.0.0/24, 2001:db8::/32");
        assertThat(PostgresOptions.access(Optional.of(ranges))).isEqualTo("""
                hostssl wirt +wirt_nodes 10.0.0.0/24 scram-sha-256
                hostssl wirt +wirt_nodes 2001:db8::/32 scram-sha-256
                """);
        assertThat(PostgresOptions.access(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"everywhere", "10.0.0.1", "10.0.0.0/33", "10.0.0.0/24 trust", "::/129", "10.0.0.0/24,"})
    void whatIsNoNetworkIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> AddressRanges.parse(text))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("WIRT_NODES_FROM");
    }
}
