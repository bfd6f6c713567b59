package org.wirt.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every few seconds whether a job was left behind by a restart or by an instance that is gone.
@Configuration(proxyBeanMethods = false)
class UnfinishedJobs {

    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> resumeJobs(Operations operations) {
        return Tasks.recurring("resume-jobs", FixedDelay.ofSeconds(SECONDS)).execute((_, _) -> operations.resume());
    }
}
