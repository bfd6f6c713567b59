package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.listing.Matches;
import org.wirt.value.Causes;

/// The web sites.
@Component
public class Sites extends Hosted<Site> {

    private final SiteList list;

    Sites(DSLContext database, Spaces spaces, SiteList list) {
        super(
                database,
                spaces,
                "site",
                Site.class,
                "select w.id, w.subscription_id, w.host, w.docroot, w.disabled, w.reasons, w.redirect_to, w.redirect_mode, w.mail_off, "
                        + "(select count(*) from wirt.mailbox m where m.site_id = w.id) mailboxes, "
                        + "exists (select from wirt.certificate c where c.site_id = w.id) certified from wirt.site w",
                "w");
        this.list = list;
    }

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return list.matching(filter);
    }

    @Override
    String order() {
        return "w.id <> w.subscription_id, w.host";
    }

    @Override
    Site thing(Record r, Space space) {
        return new Site(
                r.get("id", Long.class),
                space,
                r.get("host", String.class),
                r.get("docroot", String.class),
                r.get("disabled", Boolean.class),
                new Causes(r.get("reasons", Integer.class)),
                r.get("mailboxes", Long.class),
                r.get("certified", Boolean.class),
                Redirect.of(r),
                r.get("mail_off", Boolean.class));
    }
}
