package org.wirt.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every few seconds whether a job was left behind by a restart or by an instance that is gone. What a start
/// finds is said at the console.
@Configuration(proxyBeanMethods = false)
class UnfinishedJobs {

    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> resumeJobs(Operations operations, Clock clock) {
        var start = clock.instant();
        var told = ConcurrentHashMap.<Long>newKeySet();
        return Tasks.recurring("resume-jobs", FixedDelay.ofSeconds(SECONDS))
                .execute((_, _) -> operations.resume().stream()
                        .filter(job -> job.created().isBefore(start) && told.add(job.id()))
                        .map(UnfinishedJobs::line)
                        .forEach(System.out::println));
    }

    /// What somebody reads who has just started the panel again after an accident.
    static String line(Job job) {
        return "Job " + job.id() + " (" + job.verb() + ", " + job.total() + " targets) goes on with "
                + job.counts().getOrDefault(Job.Outcome.PENDING, 0) + " targets left.";
    }
}
