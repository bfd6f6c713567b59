package org.wirt.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// DNS records of a domain, where they say something else than every domain says by itself. Those of one name and type
/// are taken together, because here they take the place of what that name says by itself.
final class ImportedZones {

    private static final String KIND = "dns";

    /// Names that every domain has there, and that lead to where it lies.
    private static final Set<String> OWN_NAMES =
            Set.of("", "www", "mail", "ns", "ns1", "ns2", "webmail", "ftp", "ipv4", "ipv6");

    /// By what every domain here says from where its mail may come.
    private static final String OWN_POLICY = "v=spf1 a mx ~all";

    private final Crossing crossing;

    /// Of the machine there.
    private final Set<String> addresses = new HashSet<>();

    ImportedZones(Crossing crossing) {
        this.crossing = crossing;
        for (var result : crossing.told("ip", "ip", new Node("get"), "*"))
            result.part("addresses").all("ip_info").forEach(one -> {
                addresses.add(one.text("ip_address"));
                addresses.add(one.text("public_ip_address"));
            });
        addresses.remove("");
    }

    /// @param number of the domain here; empty: it would be made
    /// @param fresh  nothing of it can be here
    void take(String source, String number, String domain, boolean fresh) {
        var sets = new LinkedHashMap<String, List<Node>>();
        for (var one : crossing.told(KIND, KIND, Crossing.on("get_rec", "site-id", source), domain)) {
            var data = one.part("data");
            relative(data.text("host"), domain)
                    .ifPresent(name -> sets.computeIfAbsent(
                                    name.toLowerCase(Locale.ROOT) + " " + data.text("type"), _ -> new ArrayList<>())
                            .add(one));
        }
        sets.values().removeIf(set -> set.stream().allMatch(one -> isOwn(one.part("data"), domain)));
        if (sets.isEmpty()) return;
        var present = fresh ? Set.<String>of() : present(number);
        var machine = machine(sets.values(), number);
        sets.values().forEach(set -> set.forEach(one -> record(one, moved(one, machine), number, domain, present)));
    }

    /// The addresses of the machine that serves the domain here, where a record means that machine.
    private List<String> machine(Collection<List<Node>> sets, String number) {
        boolean wanted = sets.stream().flatMap(List::stream).anyMatch(this::isMachine);
        if (!wanted || number.isEmpty()) return List.of();
        return crossing.ours("site", Crossing.on("get", "id", number, "gen_info")).stream()
                .flatMap(site -> site.part("data").part("gen_info").all("dns_ip_address").stream())
                .map(Node::text)
                .toList();
    }

    private boolean isMachine(Node result) {
        var type = result.part("data").text("type");
        return (type.equals("A") || type.equals("AAAA"))
                && addresses.contains(result.part("data").text("value"));
    }

    /// A record that leads to the machine there leads to the one here.
    private Node moved(Node result, List<String> machine) {
        var data = result.part("data");
        boolean six = data.text("type").equals("AAAA");
        var address = machine.stream().filter(one -> one.contains(":") == six).findFirst();
        if (!isMachine(result) || address.isEmpty()) return data;
        return new Node("data")
                .add("type", data.text("type"))
                .add("host", data.text("host"))
                .add("opt", data.text("opt"))
                .add("value", address.get());
    }

    private Set<String> present(String number) {
        var lines = new HashSet<String>();
        for (var one : crossing.ours(KIND, Crossing.on("get_rec", "site-id", number)))
            lines.add(line(one.part("data")));
        return lines;
    }

    private void record(Node result, Node data, String number, String domain, Set<String> present) {
        var line = line(data);
        if (present.contains(line)) {
            crossing.present(KIND, result, line, "");
            return;
        }
        crossing.make(KIND, result, line, () -> {
            var add = new Node("add_rec")
                    .add("site-id", number)
                    .add("type", data.text("type"))
                    .add("host", relative(data.text("host"), domain).orElse(""))
                    .add("value", data.text("value"));
            if (!data.text("opt").isEmpty()) add.add("opt", data.text("opt"));
            return crossing.here.one(KIND, add);
        });
    }

    private static String line(Node data) {
        return String.join(" ", data.text("host"), data.text("type"), data.text("opt"), data.text("value"))
                .replaceAll(" +", " ")
                .strip();
    }

    /// Absent: it belongs to another zone.
    private static Optional<String> relative(String host, String domain) {
        var name = bare(host);
        if (name.equalsIgnoreCase(domain)) return Optional.of("");
        return name.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT))
                ? Optional.of(name.substring(0, name.length() - domain.length() - 1))
                : Optional.empty();
    }

    private static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// Whether a record says what every domain has by itself, or where the machine there is.
    private boolean isOwn(Node data, String domain) {
        var name = relative(data.text("host"), domain).orElse("").toLowerCase(Locale.ROOT);
        return switch (data.text("type")) {
            case "SOA", "PTR" -> true;
            case "NS" -> name.isEmpty();
            case "A", "AAAA" -> OWN_NAMES.contains(name) && addresses.contains(data.text("value"));
            case "MX" -> name.isEmpty() && bare(data.text("value")).equalsIgnoreCase("mail." + domain);
            case "CNAME" -> OWN_NAMES.contains(name) && bare(data.text("value")).equalsIgnoreCase(domain);
            case "TXT" -> name.isEmpty() && data.text("value").equals(OWN_POLICY);
            default -> false;
        };
    }
}
