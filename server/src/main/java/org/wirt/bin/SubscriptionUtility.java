package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;
import org.wirt.dialect.Statuses;

/// Subscriptions, each called like its main domain.
@Component
class SubscriptionUtility implements Utility {

    private static final String KIND = "subscription";
    private static final String OPERATOR = "webspace";
    private static final String REAL = "vrt_hst";

    /// Whether there is a website, by the type of hosting.
    private static final Map<String, String> TYPES =
            Map.of("phys", "true", "std", "true", "frm", "true", "none", "false");

    /// Sites that lead elsewhere, as the protocol calls them.
    private static final Map<String, String> REDIRECTS = Map.of("std", "std_fwd", "frm", "frm_fwd");

    /// Options that are kept as properties of its hosting.
    private static final List<String> PROPERTIES = List.of(
            "shell",
            "ssl",
            "ssl-redirect",
            "php",
            "php_handler_id",
            "php_served_by_nginx",
            "ssi",
            "cgi",
            "perl",
            "python",
            "fastcgi",
            "webstat",
            "err_docs",
            "seo-redirect");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "create", "c", "makes one: <name> -owner -service-plan -login -passwd", fresh(), this::create),
                new Command("update", "u", "changes one: <name>", changing(), this::update),
                new Command("remove", "r", "removes one: <name>", this::remove),
                new Command("info", "i", "tells about one: <name>", this::info),
                new Command("list", "l", "lists the names", this::list).ofNone(),
                new Command("webspace-on", "won", "activates one: <name>", (line, s) -> status(line, s, true)),
                new Command("webspace-off", "woff", "suspends one: <name>", (line, s) -> status(line, s, false)),
                new Command(
                        "switch-subscription",
                        "ss",
                        "gives one another plan: <name> -service-plan",
                        Set.of("service-plan", "custom"),
                        this::change),
                new Command("sync-subscription", "sync", "binds one to its plan anew: <name>", this::bindAnew),
                new Command("unlock-subscription", "unlock", "binds one to its plan anew: <name>", this::bindAnew),
                new Command("lock-subscription", "lock", "locks one against its plan: <name>", this::lock),
                new Command(
                        "add-subscription",
                        "as",
                        "binds one to an add-on plan: <name>",
                        Set.of("plan-guid", "service-plan"),
                        (line, s) -> addOn("add-subscription", line, s)),
                new Command(
                        "remove-subscription",
                        "rs",
                        "takes an add-on plan from one: <name>",
                        Set.of("plan-guid", "service-plan"),
                        (line, s) -> addOn("remove-subscription", line, s)),
                new Command(
                        "change-owner",
                        "co",
                        "gives one to another: <name> -owner <login>",
                        Set.of("owner"),
                        this::give));
    }

    private static Set<String> said() {
        var all = new TreeSet<>(Conditions.options(false).keySet());
        all.addAll(PROPERTIES);
        all.addAll(List.of("ip", "login", "passwd", "hosting", "hst_type", "hard_quota", "status", "description"));
        all.addAll(List.of("external-id", "target_url", "mail_service", "www-root", "creation-date", "owner"));
        return all;
    }

    private static Set<String> fresh() {
        var all = said();
        all.add("service-plan");
        return all;
    }

    private static Set<String> changing() {
        var all = said();
        all.add("new_name");
        return all;
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<>(Conditions.options(false));
        all.put("owner", "login of whom it belongs to");
        all.put("service-plan", "a plan of the same provider, by its name");
        all.put("custom", "true: no plan");
        all.put("ip", "one or two addresses, parted by a comma");
        all.put("login", "of the system user");
        all.put("passwd", "of the system user; '' takes it from the environment, PSA_PASSWORD");
        all.put("hosting", "whether there shall be a website; true or false");
        all.put("hst_type", "phys, std or frm (a redirect to -target_url, or a frame that shows it), or none");
        all.put("hard_quota", "disk space of the subscription");
        all.put("status", "enabled or disabled");
        all.put("description", "a note");
        all.put("external-id", "what another system calls it");
        all.put("notify", "true or false; letters follow the panel's own rules");
        all.put("new_name", "with --update: another main domain");
        all.put("target_url", "with -hst_type std or frm: where visitors are led");
        all.put("mail_service", "whether servers here take mail of its domain; true or false");
        all.put("force", "taken, and of no meaning");
        all.put("plan-guid", "add-on plans cannot be bound to subscriptions");
        all.put("www-root", "httpdocs, and no other");
        all.put("creation-date", "the day of creation cannot be set");
        for (var property : PROPERTIES) all.put(property, "kept as a property of its hosting");
        return all;
    }

    private Output create(Line line, Speaker speaker) {
        var setup = setup(line).add("name", line.needed());
        var asked = new Element("add").add(setup);
        asked.add(hosting(line, line.option("login").isPresent()));
        conditions(line, asked);
        line.option("service-plan").ifPresent(plan -> asked.add("plan-name", plan));
        speaker.one(OPERATOR, asked);
        return Success.made(KIND, line.argument());
    }

    private static Element setup(Line line) {
        line.option("notify").ifPresent(Line::bool);
        line.refuseDay();
        var setup = new Element("gen_setup");
        line.option("owner").ifPresent(owner -> setup.add("owner-login", owner));
        line.option("ip").ifPresent(addresses -> {
            for (var address : addresses.split(",", -1)) {
                if (address.isBlank()) throw new Failed(1, "An address of -ip is empty.");
                setup.add("ip_address", address.strip());
            }
        });
        line.option("description").ifPresent(text -> setup.add("description", text));
        line.option("external-id").ifPresent(text -> setup.add("external-id", text));
        line.option("status").ifPresent(word -> setup.add("status", status(word)));
        return setup;
    }

    private static int status(String word) {
        return switch (word) {
            case "enabled" -> Statuses.ACTIVE;
            case "disabled" -> Statuses.ADMINISTRATOR;
            default -> throw new Failed(1, "The status is enabled or disabled.");
        };
    }

    private static boolean isWeb(Line line, boolean otherwise) {
        var type = line.option("hst_type").orElse("");
        return switch (type) {
            case "" -> line.option("hosting").map(Line::bool).orElse(otherwise);
            case "phys" -> true;
            case "none" -> false;
            default -> throw new Failed(1, "The type of hosting is phys, std, frm or none.");
        };
    }

    /// What is said of a website is for where there is one.
    ///
    /// @param otherwise whether there is to be one where it is not said
    private static Element hosting(Line line, boolean otherwise) {
        line.agree("hosting", "hst_type", said -> TYPES.getOrDefault(said, said.toLowerCase(Locale.ROOT)));
        var redirect = REDIRECTS.get(line.option("hst_type").orElse(""));
        var target = line.option("target_url");
        if (redirect == null && target.isPresent())
            throw new Failed(1, "The option -target_url is for the type of hosting std or frm.");
        var real = real(line);
        if (redirect == null && isWeb(line, otherwise)) return new Element("hosting").add(real);
        for (var property : real.children())
            throw new Failed(1, "Without hosting there is no " + property.text("name") + ".");
        return new Element("hosting")
                .add(
                        redirect == null
                                ? new Element("none")
                                : new Element(redirect).add("dest_url", line.needed("target_url")));
    }

    private static Element real(Line line) {
        var real = new Element(REAL);
        line.option("login")
                .ifPresent(login -> real.add(
                        new Element("property").add("name", "ftp_login").add("value", login)));
        line.password()
                .ifPresent(password -> real.add(
                        new Element("property").add("name", "ftp_password").add("value", password)));
        for (var property : PROPERTIES)
            line.option(property).ifPresent(value -> real.add(Conditions.property(property, value)));
        line.option("www-root").ifPresent(root -> real.add(Conditions.property("www_root", root)));
        return real;
    }

    /// Its hard quota is the disk space it may use.
    private static void conditions(Line line, Element node) {
        line.agree("hard_quota", "disk_space", Sizes::read);
        Conditions.write(line, node);
        line.option("mail_service").ifPresent(on -> node.add(new Element("mail").add("mailservice", Line.bool(on))));
        line.option("hard_quota")
                .filter(_ -> line.option("disk_space").isEmpty())
                .ifPresent(size -> {
                    var limits = node.part("limits");
                    if (!node.has("limits")) node.add(limits);
                    limits.add(new Element("limit").add("name", "disk_space").add("value", Sizes.read(size)));
                });
    }

    private Output update(Line line, Speaker speaker) {
        var setup = setup(line);
        line.option("new_name").ifPresent(name -> setup.add("name", name));
        var values = new Element("values");
        if (!setup.children().isEmpty()) values.add(setup);
        var real = real(line);
        boolean named = Stream.of("hosting", "hst_type", "target_url")
                .anyMatch(option -> line.option(option).isPresent());
        if (named || !real.children().isEmpty()) values.add(hosting(line, true));
        conditions(line, values);
        speaker.one(OPERATOR, on("set", line).add(values));
        return Success.changed(KIND, line.argument());
    }

    private static Element on(String operation, Line line) {
        return Speaker.on(operation, "name", line.needed());
    }

    private Output remove(Line line, Speaker speaker) {
        speaker.one(OPERATOR, on("del", line));
        return Success.removed(KIND, line.argument());
    }

    private Output status(Line line, Speaker speaker, boolean on) {
        var setup = new Element("gen_setup").add("status", on ? Statuses.ACTIVE : Statuses.ADMINISTRATOR);
        speaker.one(OPERATOR, on("set", line).add(new Element("values").add(setup)));
        return Success.changed(KIND, line.argument());
    }

    private Output change(Line line, Speaker speaker) {
        var asked = on("switch-subscription", line);
        if (line.isTrue("custom") && line.option("service-plan").isPresent())
            throw new Failed(1, "The options -custom and -service-plan contradict each other.");
        if (line.isTrue("custom")) asked.add(new Element("no-plan"));
        else asked.add("plan-name", line.needed("service-plan"));
        speaker.one(OPERATOR, asked);
        return Success.changed(KIND, line.argument());
    }

    private Output bindAnew(Line line, Speaker speaker) {
        speaker.one(OPERATOR, on("sync-subscription", line));
        return Success.changed(KIND, line.argument());
    }

    /// A subscription is locked by changing what it holds, and by nothing else.
    private Output lock(Line line, Speaker speaker) {
        refuseUnknown(line, speaker);
        throw noLock();
    }

    private static void refuseUnknown(Line line, Speaker speaker) {
        speaker.one(OPERATOR, on("get", line).add(Speaker.dataset("gen_info")));
    }

    static Failed noLock() {
        return new Failed(
                ErrorNumbers.NOT_SUPPORTED,
                "A subscription is locked when its limits or permissions are changed; there is no other lock.");
    }

    private Output addOn(String operation, Line line, Speaker speaker) {
        var asked = on(operation, line);
        line.option("plan-guid").ifPresent(guid -> asked.add("plan-guid", guid));
        if (!asked.has("plan-guid")) asked.add("plan-name", line.needed("service-plan"));
        speaker.one(OPERATOR, asked);
        return Success.changed(KIND, line.argument());
    }

    private Output give(Line line, Speaker speaker) {
        var setup = new Element("gen_setup").add("owner-login", line.needed("owner"));
        speaker.one(OPERATOR, on("set", line).add(new Element("values").add(setup)));
        return Success.changed(KIND, line.argument());
    }

    private Output list(Line line, Speaker speaker) {
        return Output.printed(speaker.names(OPERATOR));
    }

    private Output info(Line line, Speaker speaker) {
        return SubscriptionSheet.of(line.needed(), speaker).about(line.argument());
    }
}
