package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.WebAddress;

/// Lets a site lead its visitors elsewhere. Its files, FTP and mail stay as they are.
@Verb(name = "site.redirect", from = Level.CUSTOMER)
class RedirectSite implements Operation<Site, RedirectSite.Input>, Editing<Site>, Outward {

    static final String PERMISSION = "manage_phosting";

    /// @param mode absent: for good
    record Input(WebAddress target, Optional<Redirect.Mode> mode) {

        Redirect redirect() {
            return new Redirect(target, mode.orElse(Redirect.Mode.PERMANENT));
        }
    }

    private final DSLContext database;
    private final HostNames names;

    RedirectSite(DSLContext database, HostNames names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public Map<String, String> saved(Site site) {
        return site.redirect().map(Redirect::saved).orElseGet(Map::of);
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(site.space(), caller, PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        var redirect = input.redirect();
        if (site.redirect().filter(redirect::equals).isPresent()) return Verdict.unchanged();
        return leadsToItself(redirect, new DomainName(site.host()))
                ? Verdict.refused(Refusal.invalid("target", "redirect-to-itself", site.name()))
                : Verdict.allowed();
    }

    private boolean leadsToItself(Redirect redirect, DomainName name) {
        return redirect.leadsTo(name)
                || (redirect.leadsToWww(name)
                        && !names.isTaken(new DomainName(redirect.target().host())));
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        var redirect = input.redirect();
        database.execute(
                "update wirt.site set redirect_to = ?, redirect_mode = ? where id = any(?)",
                redirect.target().text(),
                redirect.mode().name(),
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream()
                .map(site -> new Change(site.id(), told(site), redirect.told()))
                .toList();
    }

    static Map<String, Object> told(Site site) {
        return site.redirect().map(Redirect::told).orElseGet(() -> Map.of("target", ""));
    }
}
