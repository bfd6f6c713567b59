package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Removes a record from the DNS of a domain. What the server says of that name and type by itself is back.
@Verb(name = "dns.remove", from = Level.CUSTOMER)
class RemoveDnsRecord implements Operation<DnsRecord, RemoveDnsRecord.Input> {

    record Input() {}

    private final DSLContext database;

    RemoveDnsRecord(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(DnsRecord record, Input input, Caller caller) {
        return HostingRules.first(List.of(HostingRules.mayManage(record.space(), caller, CreateDnsRecord.PERMISSION)));
    }

    @Override
    public List<Change> apply(List<DnsRecord> records, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.dns_record where id = any(?)", (Object)
                records.stream().map(DnsRecord::id).toArray(Long[]::new));
        return records.stream()
                .map(record -> Change.of(record.id(), "dns", record.line(), ""))
                .toList();
    }
}
