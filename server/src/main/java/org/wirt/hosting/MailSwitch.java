package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// A domain whose mail is switched off has it elsewhere: servers here take none of it, and send what customers write to
/// it to where the DNS says. Nobody gets into its mailboxes, whoever is in is out. They stay with their mail, passwords
/// and forwards.
abstract class MailSwitch implements Operation<Site, MailSwitch.Input>, Outward {

    record Input() {}

    private final DSLContext database;
    private final boolean off;

    MailSwitch(DSLContext database, boolean off) {
        this.database = database;
        this.off = off;
    }

    static Optional<Refusal> mayManage(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION);
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        var forbidden = mayManage(site.space(), caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return site.mailOff() == off ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.site set mail_off = ? where id = any(?)",
                off,
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream().map(s -> Change.of(s.id(), "mailOff", !off, off)).toList();
    }

    /// Leaves the mail of a domain to somebody else.
    @Verb(name = "site.mail-off", from = Level.CUSTOMER)
    static class Off extends MailSwitch {
        Off(DSLContext database) {
            super(database, true);
        }
    }

    /// Serves it here again, with all that was there before.
    @Verb(name = "site.mail-on", from = Level.CUSTOMER)
    static class On extends MailSwitch {
        On(DSLContext database) {
            super(database, false);
        }
    }
}
