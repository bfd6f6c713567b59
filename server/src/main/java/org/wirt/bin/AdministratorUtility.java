package org.wirt.bin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;
import org.wirt.notification.PanelAddress;

/// The administrator, and the way into the panel for whoever he vouches for.
@Component
class AdministratorUtility implements Utility {

    private static final String ENTRY = "/enterprise/rsession_init.php?PLESKSESSID=";

    private final PanelAddress address;

    AdministratorUtility(PanelAddress address) {
        this.address = address;
    }

    @Override
    public String name() {
        return "admin";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("get-login-link", "gll", "prints a link that is good once", Set.of("user"), this::link)
                        .ofNone(),
                new Command("info", "i", "tells about the administrator", this::info).ofNone());
    }

    @Override
    public Map<String, String> options() {
        return Map.of("user", "login of whom the link lets in; left out: the caller");
    }

    private Output link(Line line, Speaker speaker) {
        var login = line.option("user").orElse(speaker.exchange().caller().username());
        return Output.done(address.url() + ENTRY + speaker.dialect().vouch(speaker.exchange(), login));
    }

    private Output info(Line line, Speaker speaker) {
        var admin = speaker.one("server", new Element("get").add(new Element("admin")))
                .part("admin");
        return new Sheet()
                .row("Contact name", admin.text("admin_pname"))
                .row("Company name", admin.text("admin_cname"))
                .row("Email", admin.text("admin_email"))
                .row("Phone", admin.text("admin_phone"))
                .row("Address", admin.text("admin_address"))
                .row("City", admin.text("admin_city"))
                .row("State", admin.text("admin_state"))
                .row("Postal code", admin.text("admin_pcode"))
                .row("Country", admin.text("admin_country"))
                .row("Locale", admin.text("admin_locale"))
                .about("admin");
    }
}
