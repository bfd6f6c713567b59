package org.wirt.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirt.value.Refused;

/// How the parameters of a door become what a verb reads.
class InputsTest {

    record Asked(boolean tell, Optional<Boolean> active, Optional<Instant> until, Map<String, Boolean> told) {}

    private static Asked read(String name, String text) {
        return Inputs.read(Asked.class, Map.of(name, List.of(text)));
    }

    @Test
    void yesAndNoAreReadAsTheySay() {
        for (var yes : List.of("true", "1", "on", "yes", "Yes")) {
            assertThat(read("tell", yes).tell()).as(yes).isTrue();
            assertThat(read("told.news", yes).told()).as(yes).containsEntry("news", true);
        }
        for (var no : List.of("false", "0", "off", "no", "No")) {
            assertThat(read("tell", no).tell()).as(no).isFalse();
            assertThat(read("active", no).active()).as(no).contains(false);
        }
        assertThat(read("tell", "").tell()).as("a box that nobody ticked").isFalse();
    }

    @Test
    void anythingElseIsNeither() {
        for (var field : List.of("tell", "active", "told.news"))
            assertThatThrownBy(() -> read(field, "maybe")).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.first().code()).isEqualTo("yes-or-no");
                assertThat(refused.first().field()).contains(field);
            });
    }

    @Test
    void aMomentMaySayItsDistanceFromGreenwich() {
        var christmas = Instant.parse("2026-12-24T00:00:00Z");
        for (var same : List.of("2026-12-24T00:00:00Z", "2026-12-24T01:00:00+01:00", "2026-12-23T19:00:00.000-05:00"))
            assertThat(read("until", same).until()).as(same).contains(christmas);
    }
}
