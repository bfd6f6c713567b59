package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Resellers and customers.
final class ImportedAccounts {

    private static final String[] CONTACT = {
        "phone", "fax", "email", "address", "city", "state", "pcode", "country", "locale"
    };
    private static final String INFO_OF_RESELLERS = "gen-info";
    private static final String RESELLER = "reseller";
    private static final String CUSTOMER = "customer";

    private final Crossing crossing;

    /// Resellers whose customers are not all here yet: what they hold is said when they are.
    private final List<Node> open = new ArrayList<>();

    ImportedAccounts(Crossing crossing) {
        this.crossing = crossing;
    }

    void resellers() {
        crossing.pages(
                RESELLER,
                RESELLER,
                page -> page(RESELLER, INFO_OF_RESELLERS, page),
                INFO_OF_RESELLERS,
                "limits",
                "permissions",
                "subscriptions");
    }

    void customers() {
        crossing.pages(CUSTOMER, CUSTOMER, page -> page(CUSTOMER, "gen_info", page), "gen_info");
    }

    private void page(String kind, String infoNode, List<Node> page) {
        var externals = new ArrayList<String>();
        var logins = new ArrayList<String>();
        for (var result : page) {
            var info = result.part("data").part(infoNode);
            externals.add(Crossing.external(info, result));
            logins.add(info.text("login"));
        }
        var present = crossing.present(kind, externals, logins, "login", CUSTOMER, RESELLER);
        for (var result : page) account(kind, infoNode, result, present);
    }

    private void account(String kind, String infoNode, Node result, Crossing.Present present) {
        var info = result.part("data").part(infoNode);
        var login = info.text("login");
        var external = Crossing.external(info, result);
        crossing.statuses.put(result.text("id"), Bits.of(info));
        var here = present.of(external);
        Optional<String> number;
        if (here.isPresent() && !Crossing.isSame(here.get(), info, result, "login")) {
            crossing.not(
                    kind,
                    result,
                    login,
                    crossing.t.of("import-id-in-use", external, Crossing.name(here.get(), "login")));
            return;
        }
        if (here.isPresent()) {
            number = here.map(one -> one.text("id"));
            crossing.present(kind, result, login, number.orElse(""));
        } else if (present.isInUse(login)) {
            crossing.not(kind, result, login, crossing.t.of("import-name-in-use", external));
            return;
        } else if (!hasProvider(info)) {
            crossing.not(kind, result, login, crossing.t.of("import-no-owner"));
            return;
        } else number = crossing.make(kind, result, login, () -> made(kind, infoNode, result, info));
        if (number.isEmpty()) return;
        crossing.accounts.put(result.text("id"), number.get());
        if (crossing.bound.contains(info.text("owner-id")) || (kind.equals(RESELLER) && present.isFinished(external)))
            crossing.bound.add(result.text("id"));
        if (crossing.dry || present.isFinished(external)) return;
        if (kind.equals(RESELLER)) open.add(result);
        else customer(result, info);
    }

    private boolean hasProvider(Node info) {
        var provider = info.text("owner-id");
        return provider.isEmpty() || crossing.accounts.containsKey(provider);
    }

    private Node made(String kind, String infoNode, Node result, Node info) throws Packets.Refused {
        var login = info.text("login");
        var password = NewPasswords.fresh();
        var wanted = new Node(infoNode);
        Crossing.copy(info, wanted, "cname");
        wanted.add("pname", info.text("pname").isEmpty() ? login : info.text("pname"))
                .add("login", login)
                .add("passwd", password);
        Crossing.copy(info, wanted, CONTACT);
        Crossing.copy(info, wanted, "description", "power-user");
        wanted.add("external-id", Crossing.unfinished(Crossing.external(info, result)));
        var provider = info.text("owner-id");
        if (!provider.isEmpty()) wanted.add("owner-id", crossing.accounts.getOrDefault(provider, ""));
        // Dark from the first moment; the other bits follow.
        bits(kind, result, info).stream().findFirst().ifPresent(bit -> wanted.add("status", String.valueOf(bit)));
        var add = new Node("add").add(wanted);
        if (kind.equals(RESELLER)) crossing.terms().everything(add, true);
        var made = crossing.here.one(kind, add);
        crossing.passwords.note(kind, login, password);
        return made;
    }

    private List<Integer> bits(String kind, Node result, Node info) {
        int above = crossing.statuses.getOrDefault(info.text("owner-id"), 0);
        int own = Bits.own(Bits.of(info), above);
        if (kind.equals(RESELLER)) {
            boolean dated = Terms.isPast(result.part("data"));
            return Bits.settable(dated ? own & ~Bits.EXPIRED : own, List.of(Bits.ADMINISTRATOR));
        }
        return Bits.settable(
                own,
                info.text("owner-id").isEmpty()
                        ? List.of(Bits.ADMINISTRATOR)
                        : List.of(Bits.ADMINISTRATOR, Bits.RESELLER));
    }

    /// Whole at once.
    private void customer(Node result, Node info) {
        try {
            var bits = bits(CUSTOMER, result, info);
            for (var bit : bits.subList(Math.min(1, bits.size()), bits.size()))
                set(CUSTOMER, result, new Node("gen_info").add("status", String.valueOf(bit)), new Node("values"));
            finish(CUSTOMER, "gen_info", result, info, new Node("values"));
        } catch (Packets.Refused refused) {
            crossing.not(CUSTOMER, result, info.text("login"), crossing.t.of("import-conditions", refused.text()));
        }
    }

    private void finish(String kind, String infoNode, Node result, Node info, Node values) throws Packets.Refused {
        set(kind, result, new Node(infoNode).add("external-id", Crossing.external(info, result)), values);
    }

    private void set(String kind, Node result, Node info, Node values) throws Packets.Refused {
        var set = Crossing.on("set", "id", crossing.accounts.getOrDefault(result.text("id"), ""));
        var whole = new Node("values").add(info);
        values.children().forEach(whole::add);
        crossing.here.one(kind, set.add(whole));
    }

    /// Plans, limits and permissions of resellers, when everything they have is here.
    void bindResellers() {
        for (var result : open) {
            var info = result.part("data").part(INFO_OF_RESELLERS);
            try {
                bind(result, info);
            } catch (Packets.Refused refused) {
                crossing.not(RESELLER, result, info.text("login"), crossing.t.of("import-conditions", refused.text()));
            }
        }
    }

    private void bind(Node result, Node info) throws Packets.Refused {
        var number = crossing.accounts.getOrDefault(result.text("id"), "");
        var data = result.part("data");
        var binding = new Binding(crossing, data);
        binding.bind(RESELLER, number);
        var values = binding.values();
        var wanted = new Node(INFO_OF_RESELLERS).add("external-id", Crossing.external(info, result));
        if ((Bits.of(info) & Bits.EXPIRED) != 0 && Terms.isPast(values))
            wanted.add("status", String.valueOf(Bits.EXPIRED));
        else Terms.withoutPast(values);
        set(RESELLER, result, wanted, values);
    }
}
