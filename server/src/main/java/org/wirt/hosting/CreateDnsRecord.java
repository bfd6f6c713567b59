package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.RecordName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Adds a record to the DNS of a domain. It takes the place of what the server says of that name and type by itself.
@Verb(name = "dns.create", from = Level.CUSTOMER)
class CreateDnsRecord implements Operation<Space, CreateDnsRecord.Input> {

    static final String PERMISSION = "manage_dns";

    /// @param site the domain
    record Input(long site, DnsEntry entry) {}

    private final DSLContext database;
    private final Zones zones;

    CreateDnsRecord(DSLContext database, Zones zones) {
        this.database = database;
        this.zones = zones;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(space, caller, PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return zones.of(input.site(), space)
                .map(zone -> Verdict.of(zone.against(input.entry(), Optional.empty())))
                .orElseGet(() -> Verdict.refused(Refusal.notFound()));
    }

    @Override
    public List<Refusal> alsoWrong(Space space, Map<String, List<String>> parameters, Caller caller) {
        if (HostingRules.mayManage(space, caller, PERMISSION).isPresent()) return List.of();
        long site = Inputs.field(Long.class, "site", parameters).orElse(0L);
        return alsoWrong(zones, space, site, parameters);
    }

    static List<Refusal> alsoWrong(Zones zones, Space space, long site, Map<String, List<String>> parameters) {
        var zone = zones.of(site, space);
        return Stream.of(
                        Inputs.field(DnsType.class, "type", parameters)
                                .flatMap(type -> name(parameters)
                                        .flatMap(name -> zone.flatMap(known -> known.name(name, type)))),
                        DnsEntry.wrongValue(parameters))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Blank is the domain itself.
    private static Optional<RecordName> name(Map<String, List<String>> parameters) {
        return Inputs.text("name", parameters).isBlank()
                ? Optional.of(new RecordName(""))
                : Inputs.field(RecordName.class, "name", parameters);
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var space = spaces.getFirst();
        var zone = zones.lock(input.site(), space);
        var wrong = zone.against(input.entry(), Optional.empty());
        if (!wrong.isEmpty()) throw new Refused(wrong);
        var entry = input.entry().within(zone.host());
        long made = database.resultQuery(
                        "insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, "
                                + "name, type, value, priority, ttl) "
                                + "select id, host, subscription_id, customer_id, reseller_id, node_id, ?, ?, ?, ?, ? "
                                + "from wirt.site where id = ? returning id",
                        entry.name().text(),
                        entry.type().name(),
                        entry.value(),
                        entry.priorityNumber(),
                        entry.seconds(),
                        input.site())
                .fetchSingle(r -> r.get(0, Long.class));
        return List.of(Change.of(space.id(), "dns", "", zone.host() + ": " + entry.line())
                .making(
                        made,
                        DnsRecord.name(
                                entry.name().text(), zone.host(), entry.type().name())));
    }
}
