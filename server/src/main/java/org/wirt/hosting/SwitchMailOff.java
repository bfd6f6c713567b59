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

/// Leaves the mail of a domain to somebody else: servers here take none of it, and send what customers write to it to
/// where the DNS says. Nobody gets into its mailboxes, whoever is in is out. They stay with their mail, passwords and
/// forwards.
@Verb(name = "site.mail-off", from = Level.CUSTOMER)
class SwitchMailOff implements Operation<Site, SwitchMailOff.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    SwitchMailOff(DSLContext database) {
        this.database = database;
    }

    static Optional<Refusal> mayManage(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION);
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        return judge(site, true, caller);
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        return change(database, sites, true);
    }

    static Verdict judge(Site site, boolean off, Caller caller) {
        var forbidden = mayManage(site.space(), caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return site.mailOff() == off ? Verdict.unchanged() : Verdict.allowed();
    }

    static List<Change> change(DSLContext database, List<Site> sites, boolean off) {
        database.execute(
                "update wirt.site set mail_off = ? where id = any(?)",
                off,
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream()
                .map(site -> Change.of(site.id(), "mailOff", site.mailOff(), off))
                .toList();
    }
}
