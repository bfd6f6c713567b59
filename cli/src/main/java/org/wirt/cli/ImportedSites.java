package org.wirt.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The domains of a subscription: the main one, and those beside it.
final class ImportedSites {

    private static final List<Integer> BITS = List.of(Bits.ADMINISTRATOR, Bits.RESELLER, Bits.CUSTOMER, Bits.WEB_OFF);
    private static final Set<String> OF_THE_SUBSCRIPTION = Set.of("ftp_login", "ftp_quota", "shell");

    private final Crossing crossing;
    private final ImportedMail mail;
    private final ImportedMailPrefs prefs;
    private final ImportedZones zones;

    ImportedSites(Crossing crossing) {
        this.crossing = crossing;
        this.mail = new ImportedMail(crossing);
        this.prefs = new ImportedMailPrefs(crossing);
        this.zones = new ImportedZones(crossing);
    }

    /// @param webspace its subscription there
    /// @param number   that one's here; empty: it would be made
    /// @param fresh    nothing of it can be here
    /// @param open     it is not whole yet
    void take(Node webspace, String number, boolean fresh, boolean open) {
        var info = webspace.part("data").part("gen_info");
        var name = info.text("name");
        var id = webspace.text("id");
        if (open && !crossing.dry)
            for (var main : crossing.told("site", "site", Crossing.on("get", "id", id, "gen_info"), name))
                suspend(main, number, name, bits(main.part("data").part("gen_info"), info));
        belongings(id, number, name, fresh);
        var others =
                crossing.told("site", "site", Crossing.on("get", "parent-id", id, "gen_info", "hosting"), name).stream()
                        .filter(site ->
                                !site.text("id").isEmpty() && !site.text("id").equals(id))
                        .toList();
        if (others.isEmpty()) return;
        var present = present(others);
        for (var site : others) site(site, info, number, present, open);
    }

    private Map<String, Node> present(List<Node> sites) {
        try {
            return crossing.here.known(
                    "site", "name", sites.stream().map(ImportedSites::name).toList());
        } catch (Packets.Refused refused) {
            throw new Failure(ExitCodes.FAULT, crossing.here + ": " + refused.text());
        }
    }

    private static String name(Node site) {
        return site.part("data").part("gen_info").text("name");
    }

    private void site(Node site, Node webspace, String parent, Map<String, Node> present, boolean open) {
        var name = name(site);
        var here = Optional.ofNullable(present.get(name));
        var wanted = bits(site.part("data").part("gen_info"), webspace);
        Optional<String> number;
        if (here.isPresent()) {
            if (!here.get().part("data").part("gen_info").text("webspace-id").equals(parent)) {
                crossing.not("site", site, name, crossing.t.of("import-domain-in-use"));
                return;
            }
            number = here.map(one -> one.text("id"));
            crossing.present("site", site, name, number.orElse(""));
        } else number = crossing.make("site", site, name, () -> made(site, name, parent, wanted));
        if (number.isEmpty()) return;
        if (!crossing.dry && (open || here.isEmpty())) suspend(site, number.get(), name, wanted);
        belongings(site.text("id"), number.get(), name, here.isEmpty());
    }

    private Node made(Node site, String name, String parent, List<Integer> bits) throws Packets.Refused {
        var setup = new Node("gen_setup").add("name", name).add("webspace-id", parent);
        Crossing.copy(site.part("data").part("gen_info"), setup, "description");
        bits.stream().findFirst().ifPresent(bit -> setup.add("status", String.valueOf(bit)));
        var add = new Node("add").add(setup);
        var hosting = site.part("data").part("hosting");
        redirect(hosting).ifPresent(said -> add.add(new Node("hosting").add(said)));
        hosting.child("vrt_hst").ifPresent(real -> {
            var properties = properties(real, "");
            properties.children().removeIf(one -> OF_THE_SUBSCRIPTION.contains(one.text("name")));
            add.add(new Node("hosting").add(properties));
        });
        return crossing.here.one("site", add);
    }

    /// Those that are the site's own, and not its subscription's.
    private static List<Integer> bits(Node info, Node webspace) {
        return Bits.settable(Bits.own(Bits.of(info), Bits.of(webspace)) & ~Bits.EXPIRED, BITS);
    }

    private void suspend(Node site, String number, String name, List<Integer> bits) {
        for (var bit : bits)
            try {
                var setup = new Node("gen_setup").add("status", String.valueOf(bit));
                crossing.here.one("site", Crossing.on("set", "id", number).add(new Node("values").add(setup)));
            } catch (Packets.Refused refused) {
                crossing.not("site", site, name, crossing.t.of("import-conditions", refused.text()));
            }
    }

    private void belongings(String source, String number, String domain, boolean fresh) {
        mail.take(source, number, domain, fresh);
        prefs.take(source, number, domain, fresh);
        zones.take(source, number, domain, fresh);
    }

    /// Where a site leads to that has no pages of its own, without the addresses that it has there.
    static Optional<Node> redirect(Node hosting) {
        return hosting.child("std_fwd").or(() -> hosting.child("frm_fwd")).map(said -> {
            var redirect = new Node(said.name());
            Crossing.copy(said, redirect, "dest_url", "http_code");
            return redirect;
        });
    }

    static String property(Node hosting, String name) {
        return hosting.all("property").stream()
                .filter(one -> one.text("name").equals(name))
                .map(one -> one.text("value"))
                .findFirst()
                .orElse("");
    }

    /// What is said of hosting, without where it lies there and with a password of ours.
    ///
    /// @param password of the system user; empty: none is said
    static Node properties(Node hosting, String password) {
        var real = new Node("vrt_hst");
        for (var property : hosting.all("property")) {
            var name = property.text("name");
            if (!name.equals("www_root") && !name.toLowerCase(Locale.ROOT).contains("passw"))
                real.add(new Node("property").add("name", name).add("value", property.text("value")));
        }
        if (!password.isEmpty())
            real.add(new Node("property").add("name", "ftp_password").add("value", password));
        return real;
    }
}
