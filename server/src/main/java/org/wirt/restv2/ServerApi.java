package org.wirt.restv2;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The panel itself.
@RestController
@RequestMapping("/api/v2/server")
class ServerApi {

    private final Dialect dialect;

    ServerApi(Dialect dialect) {
        this.dialect = dialect;
    }

    /// @param panelBuildDate empty: Wirt tells none
    /// @param extensionVersion of what answers here, which is the panel itself
    @JsonNaming(SnakeCaseStrategy.class)
    record Server(
            String platform,
            String hostname,
            String guid,
            String panelVersion,
            String panelRevision,
            String panelBuildDate,
            String panelUpdateVersion,
            String extensionVersion,
            String extensionRelease) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(
            @Nullable String ipv4,
            @Nullable String ipv6,
            String netmask,
            @JsonProperty("interface") String network,
            String type) {}

    @GetMapping
    Server server(Exchange exchange) {
        var result = dialect.one(
                exchange,
                "server",
                new Element("get").add(new Element("gen_info")).add(new Element("stat")));
        var info = result.part("gen_info");
        var version = result.part("stat").part("version");
        return new Server(
                "Unix",
                info.text("server_name"),
                info.text("server_guid"),
                version.text("plesk_version"),
                version.text("plesk_build"),
                "",
                "0",
                version.text("plesk_version"),
                "0");
    }

    @GetMapping("/ips")
    List<Address> addresses(Exchange exchange) {
        return dialect.one(exchange, "ip", new Element("get")).part("addresses").all("ip_info").stream()
                .map(ServerApi::address)
                .toList();
    }

    private static Address address(Element one) {
        var text = one.text("ip_address");
        boolean six = text.indexOf(':') >= 0;
        return new Address(
                six ? null : text, six ? text : null, one.text("netmask"), one.text("interface"), one.text("type"));
    }

    @PostMapping("/init")
    Done init(Exchange exchange) {
        throw new Failed(ErrorNumbers.FAILED, "The panel has been set up already.");
    }

    @PostMapping("/license")
    Done licence(Exchange exchange) {
        throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Wirt needs no licence.");
    }
}
