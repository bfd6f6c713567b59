package org.wirt.bin;

import java.util.List;
import java.util.Map;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// What is told of a subscription, with its main domain.
final class SubscriptionSheet {

    private static final String REAL = "vrt_hst";
    private static final String INFO = "gen_info";

    private SubscriptionSheet() {}

    /// @throws Failed where there is no such subscription
    static Sheet of(String name, Speaker speaker) {
        var asked = Speaker.dataset(INFO, "hosting", "limits", "permissions", "subscriptions");
        var found = speaker.one("webspace", Speaker.on("get", "name", name).add(asked));
        var data = found.part("data");
        var info = data.part(INFO);
        boolean active = isActive(info) && isActive(domain(found.text("id"), speaker));
        var sheet = new Sheet()
                .row("Domain name", info.text("name"))
                .row("Owner", owner(info, speaker))
                .row("Service plan", plan(data, speaker))
                .row("Domain status", active ? "OK" : "Suspended")
                .row("Status", active ? "active" : "suspended")
                .row("Hosting type", kind(info.text("htype")))
                .row("IP address", info.text("dns_ip_address"))
                .row("Creation date", info.text("cr_date"))
                .row("Size", info.text("real_size"))
                .row("GUID", info.text("guid"))
                .row("External ID", info.text("external-id"))
                .row("Description", info.text("description"));
        for (var property : data.part("hosting").part(REAL).all("property"))
            if (!property.text("name").contains("password"))
                sheet.row(label(property.text("name")), property.text("value"));
        for (var forward : List.of("std_fwd", "frm_fwd"))
            data.part("hosting").child(forward).ifPresent(said -> sheet.row("Target URL", said.text("dest_url")));
        return Conditions.tell(data, sheet);
    }

    /// The main domain has a status of its own, and the number of its subscription: its website may be dark alone.
    private static Element domain(String id, Speaker speaker) {
        return speaker.one("site", withInfo(Speaker.on("get", "id", id), INFO))
                .part("data")
                .part(INFO);
    }

    private static boolean isActive(Element info) {
        return info.text("status").equals("0");
    }

    private static String kind(String type) {
        return switch (type) {
            case REAL -> "Physical hosting";
            case "std_fwd" -> "Standard forwarding";
            case "frm_fwd" -> "Frame forwarding";
            default -> "none";
        };
    }

    private static String label(String property) {
        return property.equals("ftp_login") ? "FTP Login" : property;
    }

    private static String owner(Element info, Speaker speaker) {
        if (info.has("owner-login")) return info.text("owner-login");
        var asked = Speaker.on("get", "id", info.text("owner-id"));
        for (var kind : Map.of("customer", INFO, "reseller", "gen-info").entrySet()) {
            try {
                return speaker.one(kind.getKey(), withInfo(asked, kind.getValue()))
                        .part("data")
                        .part(kind.getValue())
                        .text("login");
            } catch (Failed failed) {
                if (failed.number() != ErrorNumbers.MISSING) throw failed;
            }
        }
        return "";
    }

    private static Element withInfo(Element asked, String info) {
        return new Element(asked.name()).add(asked.part("filter")).add(Speaker.dataset(info));
    }

    private static String plan(Element data, Speaker speaker) {
        var guid = data.part("subscriptions").part("subscription").part("plan").text("plan-guid");
        if (guid.isEmpty()) return "";
        var asked = Speaker.on("get", "guid", guid).add(new Element("owner-all"));
        return speaker.one("service-plan", asked).text("name");
    }
}
