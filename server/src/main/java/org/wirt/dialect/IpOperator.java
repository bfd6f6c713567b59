package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// Addresses. Which there are is up to the hosting nodes.
@Component
class IpOperator implements Operator {

    private final Addresses addresses;

    IpOperator(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public List<String> names() {
        return List.of("ip");
    }

    @Override
    public Map<String, Operation> operations() {
        var unsupported = Operation.of((_, _, results) -> results.accept(
                new Failed(ErrorNumbers.NOT_SUPPORTED, "Addresses are those of the hosting nodes.").result()));
        return Map.of("get", Operation.of(this::get), "add", unsupported, "set", unsupported, "del", unsupported);
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        results.accept(new Element("result").add("status", "ok").add(addresses.told()));
    }
}
