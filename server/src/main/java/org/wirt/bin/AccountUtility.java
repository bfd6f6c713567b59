package org.wirt.bin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;
import org.wirt.dialect.Statuses;

/// What can be done with accounts of either kind.
abstract class AccountUtility implements Utility {

    /// Node by option.
    private static final Map<String, String> FIELDS = fields();

    /// Options that say something of an account.
    static final Set<String> SAID = said();

    private final String kind;
    private final String info;

    /// @param kind what the dialect calls these accounts
    /// @param info its node for what is said of one
    AccountUtility(String kind, String info) {
        this.kind = kind;
        this.info = info;
    }

    /// Options by which one is made.
    abstract Set<String> fresh();

    private static Set<String> said() {
        var all = new TreeSet<>(FIELDS.keySet());
        all.addAll(List.of("passwd", "passwd_type", "status", "creation-date"));
        return all;
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("company", "cname");
        fields.put("name", "pname");
        fields.put("login", "login");
        fields.put("phone", "phone");
        fields.put("fax", "fax");
        fields.put("email", "email");
        fields.put("address", "address");
        fields.put("city", "city");
        fields.put("state", "state");
        fields.put("zip", "pcode");
        fields.put("country", "country");
        fields.put("locale", "locale");
        fields.put("external-id", "external-id");
        fields.put("description", "description");
        return fields;
    }

    @Override
    public String name() {
        return kind;
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<Command>();
        all.add(new Command("create", "c", "makes one: <login> -name -passwd", fresh(), this::create));
        all.add(new Command("update", "u", "changes one: <login>", SAID, this::update));
        all.add(new Command("remove", "r", "removes one with all that it has: <login>", this::remove));
        all.add(new Command("info", "i", "tells about one: <login>", this::info));
        all.add(new Command("list", "l", "lists the logins", this::list).ofNone());
        all.add(new Command("on", "on", "activates one: <login>", (line, speaker) -> status(line, speaker, true)));
        all.add(new Command("off", "off", "suspends one: <login>", (line, speaker) -> status(line, speaker, false)));
        return all;
    }

    @Override
    public Map<String, String> options() {
        var all = new LinkedHashMap<String, String>();
        FIELDS.keySet().forEach(option -> all.put(option, "of the account"));
        all.put("name", "contact name; the login where it is left out");
        all.put("login", "a new login, with --update");
        all.put("passwd", "password; '' takes it from the environment, PSA_PASSWORD");
        all.put("passwd_type", "plain");
        all.put("status", "enabled or disabled");
        all.put("notify", "true or false; letters follow the panel's own rules");
        all.put("owner", "login of the provider");
        all.put("service-plan", "a plan by its name");
        all.put("creation-date", "the day of creation cannot be set");
        return all;
    }

    private Output create(Line line, Speaker speaker) {
        var login = chosen(line.needed());
        var node = said(line).add("login", login);
        if (!node.has("pname")) node.add("pname", login);
        node.add("passwd", line.password().orElseThrow(() -> new Failed(1, "Option -passwd is required.")));
        var asked = new Element("add").add(node);
        complete(line, node, asked);
        speaker.one(kind, asked);
        return Success.made(kind, login);
    }

    /// Scripts and their readers tell a login from a number by its first letter.
    private static String chosen(String login) {
        if (!login.matches("[A-Za-z].*")) throw new Failed(1, "A login starts with a letter: " + login);
        return login;
    }

    /// What only one kind of account is told when it is made.
    abstract void complete(Line line, Element info, Element asked);

    private Element said(Line line) {
        if (line.option("passwd_type").filter(type -> !type.equals("plain")).isPresent())
            throw new Failed(1, "Only plain passwords are taken.");
        line.option("notify").ifPresent(Line::bool);
        line.refuseDay();
        var node = new Element(info);
        FIELDS.forEach((option, name) -> {
            if (!option.equals("login")) line.option(option).ifPresent(value -> node.add(name, value));
        });
        line.option("status").ifPresent(word -> node.add("status", status(word)));
        return node;
    }

    private static int status(String word) {
        return switch (word) {
            case "enabled" -> Statuses.ACTIVE;
            case "disabled" -> Statuses.ADMINISTRATOR;
            default -> throw new Failed(1, "The status is enabled or disabled.");
        };
    }

    private Output update(Line line, Speaker speaker) {
        var login = line.needed();
        var node = said(line);
        line.option("login").ifPresent(renamed -> node.add("login", chosen(renamed)));
        line.password().ifPresent(password -> node.add("passwd", password));
        speaker.one(kind, Speaker.on("set", "login", login).add(new Element("values").add(node)));
        return Success.changed(kind, login);
    }

    private Output remove(Line line, Speaker speaker) {
        speaker.one(kind, Speaker.on("del", "login", line.needed()));
        return Success.removed(kind, line.argument());
    }

    private Output status(Line line, Speaker speaker, boolean on) {
        var node = new Element(info).add("status", on ? Statuses.ACTIVE : Statuses.ADMINISTRATOR);
        speaker.one(kind, Speaker.on("set", "login", line.needed()).add(new Element("values").add(node)));
        return Success.changed(kind, line.argument());
    }

    private Output list(Line line, Speaker speaker) {
        return Output.printed(speaker.names(kind));
    }

    private Output info(Line line, Speaker speaker) {
        var data = speaker.one(kind, Speaker.on("get", "login", line.needed()).add(Speaker.dataset(info, "stat")))
                .part("data");
        var node = data.part(info);
        var sheet = new Sheet()
                .row("Login", node.text("login"))
                .row("Contact name", node.text("pname"))
                .row("Company name", node.text("cname"))
                .row("Status", node.text("status").equals("0") ? "active" : "suspended")
                .row("Email", node.text("email"))
                .row("Phone", node.text("phone"))
                .row("Address", node.text("address"))
                .row("City", node.text("city"))
                .row("State", node.text("state"))
                .row("Postal code", node.text("pcode"))
                .row("Country", node.text("country"))
                .row("Locale", node.text("locale"))
                .row("Creation date", node.text(info.equals("gen-info") ? "cr-date" : "cr_date"))
                .row("GUID", node.text("guid"))
                .row("External ID", node.text("external-id"))
                .row("Description", node.text("description"));
        for (var figure : data.part("stat").children()) sheet.row(figure.name(), figure.text());
        return sheet.about(line.argument());
    }
}
