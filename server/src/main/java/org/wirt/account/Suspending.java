package org.wirt.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Verdict;
import org.wirt.value.MailPolicy;
import org.wirt.value.ReasonText;
import org.wirt.value.Refusal;

/// What suspending an account means, whoever it is: one reason on it. Nobody of it, nor of an account below it, can
/// sign in; sites answer 503, open FTP and mail sessions end.
abstract class Suspending extends DarkeningVerb<Account, Suspending.Input> {

    /// @param reason kept with the suspension, at most 500 characters; never leaves the panel
    /// @param until when it ends by itself; absent: until somebody activates the account
    /// @param mail what becomes of mail from outside meanwhile; absent: it is put off
    /// @param tell whether a letter tells the account
    /// @param security a security hold, which only the administrator sets and lifts
    record Input(
            Optional<ReasonText> reason,
            Optional<Instant> until,
            Optional<MailPolicy> mail,
            boolean tell,
            boolean security) {}

    Suspending(Darkening darkening) {
        super(darkening, Subject.account);
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        if (account.id() == caller.scope().accountId()) return Verdict.refused(Refusal.state("own-account"));
        return darkening.judge(account, input.until(), input.security(), caller);
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var why = Darkening.why(input.reason(), input.until(), input.mail(), input.security(), caller);
        return darkening.add(Subject.account, accounts, why, caller, job);
    }
}
