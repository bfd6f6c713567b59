package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Subscriptions, each with its domains: made under no limit, then filled, then bound to what it holds there.
final class ImportedSubscriptions {

    private static final String KIND = "subscription";
    private static final String WEBSPACE = "webspace";
    private static final List<Integer> BITS = List.of(Bits.ADMINISTRATOR, Bits.RESELLER, Bits.CUSTOMER);

    private final Crossing crossing;
    private final ImportedSites sites;
    private final ImportedFtpUsers users;

    ImportedSubscriptions(Crossing crossing) {
        this.crossing = crossing;
        this.sites = new ImportedSites(crossing);
        this.users = new ImportedFtpUsers(crossing);
    }

    void take() {
        crossing.pages(KIND, WEBSPACE, this::page, "gen_info", "hosting", "limits", "permissions", "subscriptions");
    }

    private static Node info(Node result) {
        return result.part("data").part("gen_info");
    }

    private void page(List<Node> page) {
        var externals = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var result : page) {
            externals.add(Crossing.external(info(result), result));
            names.add(info(result).text("name"));
        }
        var present = crossing.present(WEBSPACE, externals, names, "name", "site");
        for (var result : page) subscription(result, present);
    }

    private void subscription(Node result, Crossing.Present present) {
        var info = info(result);
        var name = info.text("name");
        var external = Crossing.external(info, result);
        var owner = info.text("owner-id");
        if (!owner.isEmpty() && !crossing.accounts.containsKey(owner)) {
            crossing.not(KIND, result, name, crossing.t.of("import-no-owner"));
            return;
        }
        var here = present.of(external);
        Optional<String> number;
        if (here.isPresent() && !Crossing.isSame(here.get(), info, result, "name")) {
            crossing.not(
                    KIND, result, name, crossing.t.of("import-id-in-use", external, Crossing.name(here.get(), "name")));
            return;
        }
        if (here.isPresent()) {
            number = here.map(one -> one.text("id"));
            crossing.present(KIND, result, name, number.orElse(""));
        } else if (present.isInUse(name)) {
            crossing.not(KIND, result, name, crossing.t.of("import-name-in-use", external));
            return;
        } else number = crossing.make(KIND, result, name, () -> made(result, info, external));
        if (number.isEmpty()) return;
        lost(result, name);
        boolean whole = present.isFinished(external);
        users.take(result, number.get(), name, here.isEmpty());
        sites.take(result, number.get(), here.isEmpty(), !whole);
        if (!crossing.dry && !whole) finish(result, info, number.get(), external);
    }

    private Node made(Node result, Node info, String external) throws Packets.Refused {
        var name = info.text("name");
        var password = NewPasswords.fresh();
        var setup = new Node("gen_setup").add("name", name);
        var owner = info.text("owner-id");
        if (!owner.isEmpty()) setup.add("owner-id", crossing.accounts.getOrDefault(owner, ""));
        var there = result.part("data").part("hosting");
        var real = there.child("vrt_hst");
        var redirect = ImportedSites.redirect(there);
        setup.add("htype", real.or(() -> redirect).map(Node::name).orElse("none"))
                .add("external-id", Crossing.unfinished(external));
        Crossing.copy(info, setup, "description", "admin-description", "reseller-description");
        bits(result).stream().findFirst().ifPresent(bit -> setup.add("status", String.valueOf(bit)));
        var add = new Node("add").add(setup);
        redirect.ifPresent(said -> add.add(new Node("hosting").add(said)));
        real.ifPresent(hosting -> add.add(new Node("hosting").add(ImportedSites.properties(hosting, password))));
        if (crossing.bound.contains(owner)) new Binding(crossing, result.part("data")).say(add);
        else crossing.terms().everything(add, false);
        if (bits(result).isEmpty() && isExpired(result)) {
            setup.add("status", String.valueOf(Bits.EXPIRED));
            add.child("limits")
                    .ifPresent(limits ->
                            Terms.ending(result.part("data")).children().forEach(limits::add));
        }
        var made = crossing.here.one(WEBSPACE, add);
        real.ifPresent(
                hosting -> crossing.passwords.note("ftp", ImportedSites.property(hosting, "ftp_login"), password));
        return made;
    }

    private List<Integer> bits(Node result) {
        int own = Bits.own(
                Bits.of(info(result)),
                crossing.statuses.getOrDefault(info(result).text("owner-id"), 0));
        // Nobody comes back because a panel does not say since when he has been expired.
        if ((own & Bits.EXPIRED) != 0 && !isExpired(result)) own |= Bits.ADMINISTRATOR;
        return Bits.settable(own & ~Bits.EXPIRED, BITS);
    }

    /// By its date as well as by its status: elsewhere that bit also shows on what lies below.
    private static boolean isExpired(Node result) {
        return (Bits.of(info(result)) & Bits.EXPIRED) != 0 && Terms.isPast(result.part("data"));
    }

    /// What it has there and here nobody has.
    private void lost(Node result, String name) {
        if (bits(result).contains(Bits.CUSTOMER)) crossing.not(KIND, result, name, crossing.t.of("import-by-customer"));
        for (var guid : new Binding(crossing, result.part("data")).lost())
            crossing.not(KIND, result, name, crossing.t.of("import-no-plan", guid));
    }

    private void finish(Node result, Node info, String number, String external) {
        try {
            var bits = bits(result);
            for (var bit : bits.subList(Math.min(1, bits.size()), bits.size()))
                set(number, new Node("gen_setup").add("status", String.valueOf(bit)), new Node("values"));
            var binding = new Binding(crossing, result.part("data"));
            binding.bind(WEBSPACE, number);
            var values = binding.values();
            var setup = new Node("gen_setup").add("external-id", external);
            if (isExpired(result)) setup.add("status", String.valueOf(Bits.EXPIRED));
            else Terms.withoutPast(values);
            set(number, setup, values);
        } catch (Packets.Refused refused) {
            crossing.not(KIND, result, info.text("name"), crossing.t.of("import-conditions", refused.text()));
        }
    }

    private void set(String number, Node setup, Node values) throws Packets.Refused {
        var whole = new Node("values").add(setup);
        values.children().forEach(whole::add);
        crossing.here.one(WEBSPACE, Crossing.on("set", "id", number).add(whole));
    }
}
