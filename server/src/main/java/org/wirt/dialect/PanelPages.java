package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.wirt.access.Level;
import org.wirt.speech.Texts;

/// The main pages of the panel, as the dialect tells them: what is about hosting, and the rest. A story holds them to
/// the navigation that somebody sees there.
final class PanelPages {

    /// @param label key of what it is called
    private record Page(String id, String label, String address) {}

    private static final Page HOME = new Page("home", "web.nav.home", "/");
    private static final Page TOOLS = new Page("tools", "web.tools-and-settings", "/tools");
    private static final Page JOBS = new Page("jobs", "web.jobs", "/jobs");
    private static final Page BIN = new Page("recycle-bin", "web.recycle-bin", "/recycle-bin");
    private static final Page USERS = new Page("users", "web.users", "/users");
    private static final Page CUSTOMERS = new Page("customers", "web.customers", "/customers");
    private static final Page DOMAINS = new Page("domains", "web.domains", "/domains");
    private static final Page SUBSCRIPTIONS = new Page("subscriptions", "web.subscriptions", "/subscriptions");
    private static final Page PLANS = new Page("plans", "web.service-plans", "/plans");

    private PanelPages() {}

    /// Sections, each with its name and its nodes; of a node its name and its address within the panel.
    static SequencedMap<String, Object> of(Level level, Texts t) {
        var sections = new LinkedHashMap<String, Object>();
        sections.put("general", section("General", general(level), t));
        sections.put("hosting", section("Hosting", hosting(level), t));
        return sections;
    }

    private static SequencedMap<String, Object> section(String name, List<Page> pages, Texts t) {
        var nodes = new LinkedHashMap<String, Object>();
        for (var page : pages) nodes.put(page.id, node(t.of(page.label), page.address));
        var section = new LinkedHashMap<String, Object>();
        section.put("name", name);
        section.put("nodes", nodes);
        return section;
    }

    private static SequencedMap<String, Object> node(String name, String address) {
        var node = new LinkedHashMap<String, Object>();
        node.put("name", name);
        node.put("link", address);
        return node;
    }

    private static List<Page> general(Level level) {
        return switch (level) {
            case ADMINISTRATOR -> List.of(HOME, TOOLS, JOBS, BIN);
            case RESELLER ->
                List.of(
                        HOME,
                        TOOLS,
                        JOBS,
                        USERS,
                        BIN,
                        new Page("account", "web.my-profile", "/account"),
                        new Page("resources", "web.my-resources", "/resources"));
            case CUSTOMER -> List.of(USERS, new Page("account", "web.account", "/account"));
        };
    }

    private static List<Page> hosting(Level level) {
        return switch (level) {
            case ADMINISTRATOR ->
                List.of(CUSTOMERS, new Page("resellers", "web.resellers", "/resellers"), DOMAINS, SUBSCRIPTIONS, PLANS);
            case RESELLER -> List.of(CUSTOMERS, DOMAINS, SUBSCRIPTIONS, PLANS);
            case CUSTOMER ->
                List.of(
                        new Page("websites", "web.hosting.websites", "/websites"),
                        new Page("mail", "web.hosting.mail", "/mail"),
                        new Page("ftp", "web.hosting.ftp", "/ftp"),
                        new Page("dns", "web.hosting.dns", "/dns"));
        };
    }
}
