package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The own records of domains.
@Component
public class DnsRecords extends Hosted<DnsRecord> {

    DnsRecords(DSLContext database, Spaces spaces) {
        super(
                database,
                spaces,
                "dns",
                DnsRecord.class,
                "select r.id, r.subscription_id, r.site_id, r.host, r.name, r.type, r.value, r.priority, r.ttl "
                        + "from wirt.dns_record r",
                "r");
    }

    /// Those of one domain.
    public List<DnsRecord> of(Site site) {
        return fetch(" where r.site_id = any(?) order by " + order() + " limit " + Zone.MOST, List.of(site.id()));
    }

    /// Numbers of the next so many.
    ///
    /// @param site whose; absent: all in sight
    public List<Long> after(Optional<Long> site, long after, int most) {
        return site.map(id -> next("r.site_id = ?", after, most, id)).orElseGet(() -> next("true", after, most));
    }

    @Override
    String order() {
        return "r.host, r.name, r.type, r.priority, r.value";
    }

    @Override
    DnsRecord thing(Record r, Space space) {
        return new DnsRecord(
                r.get("id", Long.class),
                space,
                r.get("site_id", Long.class),
                r.get("host", String.class),
                r.get("name", String.class),
                DnsType.valueOf(r.get("type", String.class)),
                r.get("value", String.class),
                r.get("priority", Integer.class),
                r.get("ttl", Integer.class));
    }
}
