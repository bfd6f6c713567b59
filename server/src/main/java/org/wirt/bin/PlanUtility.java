package org.wirt.bin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Hosting plans: the caller's own, or those of whoever `-owner` names.
@Component
class PlanUtility extends PlansUtility {

    /// What plans of other panels are called that come with them.
    private static final String USUAL = "Default Domain";

    /// Options that are kept as properties of the hosting it gives.
    private static final List<String> PROPERTIES = List.of(
            "quota",
            "ssl",
            "ssl-redirect",
            "php",
            "php_handler_id",
            "php_served_by_nginx",
            "cgi",
            "perl",
            "python",
            "fastcgi",
            "ssi",
            "webstat",
            "webstat_protdir",
            "err_docs",
            "shell",
            "wuscripts",
            "unpaid-website-status",
            "default_server_mysql",
            "default_server_postgresql");

    PlanUtility() {
        super("service plan", "service-plan");
    }

    @Override
    public String name() {
        return "service_plan";
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<>(super.commands());
        all.add(new Command(
                        "create-default",
                        "def",
                        "makes '" + USUAL + "'",
                        said(),
                        (line, speaker) -> create(line, USUAL, speaker))
                .ofNone());
        return all;
    }

    @Override
    public Map<String, String> options() {
        var all = options(false);
        all.put("owner", "login of the reseller whose plan it is");
        all.put("hosting", "true: every plan gives hosting");
        for (var option : LogRotation.OPTIONS) all.put(option, "kept, of logs and statistics of its sites");
        all.putAll(WebSettings.OPTIONS);
        for (var property : PROPERTIES) all.put(property, "kept as a property of the hosting it gives");
        return all;
    }

    @Override
    Element owned(Line line, Element node) {
        line.option("owner").ifPresent(owner -> node.add("owner-login", owner));
        return node;
    }

    @Override
    void furnish(Line line, Element node) {
        line.option("hosting").filter(said -> !Line.bool(said)).ifPresent(_ -> node.add("hosting-type", "none"));
        LogRotation.write(line, node);
        WebSettings.write(line, node);
        var real = new Element("vrt_hst");
        for (var property : PROPERTIES)
            line.option(property).ifPresent(value -> real.add(Conditions.property(property, value)));
        if (!real.children().isEmpty()) node.add(new Element("hosting").add(real));
    }
}
