package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.hosting.NodeViews;

/// What runs PHP: the one of the hosting nodes. Where the panel's own process serves, there is none.
@Component
class PhpHandlerOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of());

    /// Debian 12 has this one.
    private static final String VERSION = "8.2";

    private static final String ID = "wirt-php82-fpm";

    private final NodeViews nodes;

    PhpHandlerOperator(NodeViews nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<String> names() {
        return List.of("php-handler");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("get", Operation.filtered(KINDS, this::get));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var known = nodes.serving().isEmpty() ? List.<String>of() : List.of(ID);
        var filter = Filter.of(asked);
        var wanted = filter.isAll() ? known : filter.values();
        if (wanted.isEmpty()) results.accept(new Element("result").add("status", "ok"));
        for (var id : wanted)
            exchange.tell(results, result -> result.add("id", id), () -> {
                if (!known.contains(id)) throw new Failed(ErrorNumbers.MISSING, "Php handler does not exists");
                return new Element("result")
                        .add("status", "ok")
                        .add("id", id)
                        .add("display-name", VERSION + " FPM")
                        .add("full-version", VERSION)
                        .add("version", VERSION)
                        .add("type", "fpm")
                        .add("path", "/usr/sbin/php-fpm" + VERSION)
                        .add("clipath", "/usr/bin/php" + VERSION)
                        .add("phpini", "/etc/php/" + VERSION + "/fpm/php.ini")
                        .add("custom", false)
                        .add("handler-status", "enabled");
            });
    }
}
