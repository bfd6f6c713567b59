package org.wirt.hosting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Changes what a record of a domain says.
@Verb(name = "dns.change", from = Level.CUSTOMER)
class ChangeDnsRecord implements Operation<DnsRecord, ChangeDnsRecord.Input>, Editing<DnsRecord> {

    record Input(DnsEntry entry) {}

    private final DSLContext database;
    private final Zones zones;

    ChangeDnsRecord(DSLContext database, Zones zones) {
        this.database = database;
        this.zones = zones;
    }

    @Override
    public Map<String, String> saved(DnsRecord record) {
        return record.saved();
    }

    /// A priority goes with its type: a type that has none takes it away.
    @Override
    public Map<String, String> saved(DnsRecord record, Map<String, List<String>> named) {
        var saved = new HashMap<>(record.saved());
        Inputs.field(DnsType.class, "type", named)
                .filter(type -> !type.hasPriority())
                .ifPresent(_ -> saved.remove("priority"));
        return saved;
    }

    @Override
    public Verdict judge(DnsRecord record, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(record.space(), caller, CreateDnsRecord.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (input.entry().within(record.host()).line().equals(record.line())) return Verdict.unchanged();
        return zones.of(record.siteId(), record.space())
                .map(zone -> Verdict.of(zone.against(input.entry(), Optional.of(record.id()))))
                .orElseGet(() -> Verdict.refused(Refusal.notFound()));
    }

    @Override
    public List<Refusal> alsoWrong(DnsRecord record, Map<String, List<String>> parameters, Caller caller) {
        var space = record.space();
        if (HostingRules.mayManage(space, caller, CreateDnsRecord.PERMISSION).isPresent()) return List.of();
        return CreateDnsRecord.alsoWrong(zones, space, record.siteId(), parameters);
    }

    @Override
    public List<Change> apply(List<DnsRecord> records, Input input, Caller caller, Job job) {
        return records.stream().map(record -> change(record, input.entry())).toList();
    }

    private Change change(DnsRecord record, DnsEntry typed) {
        var zone = zones.lock(record.siteId(), record.space());
        var wrong = zone.against(typed, Optional.of(record.id()));
        if (!wrong.isEmpty()) throw new Refused(wrong);
        var entry = typed.within(zone.host());
        database.execute(
                "update wirt.dns_record set name = ?, type = ?, value = ?, priority = ?, ttl = ? where id = ?",
                entry.name().text(),
                entry.type().name(),
                entry.value(),
                entry.priorityNumber(),
                entry.seconds(),
                record.id());
        return Change.of(record.id(), "dns", record.line(), entry.line());
    }
}
