package org.wirt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnfinishedJobsTest {

    @Test
    void theStartSaysWhatIsLeftOfAJob() {
        var job = new Job(
                12,
                "customer.suspend",
                Map.of(),
                "admin",
                Job.State.RUNNING,
                false,
                false,
                Optional.empty(),
                2000,
                Map.of(Job.Outcome.DONE, 596, Job.Outcome.PENDING, 1404),
                Map.of(),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(UnfinishedJobs.line(job))
                .isEqualTo("Job 12 (customer.suspend, 2000 targets) goes on with 1404 targets left.");
    }
}
