package org.wirt.restv2;

import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;

/// Wirt has no extensions, and says so.
@RestController
@RequestMapping("/api/v2/extensions")
class ExtensionApi {

    record Extension(String id) {}

    @GetMapping
    List<Extension> all(Exchange exchange) {
        exchange.needs(Level.ADMINISTRATOR);
        return List.of();
    }

    @PostMapping
    Done install(Exchange exchange) {
        throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Wirt has no extensions.");
    }

    @GetMapping("/{id}")
    Extension one(Exchange exchange, @PathVariable String id) {
        throw missing();
    }

    @DeleteMapping("/{id}")
    Done remove(Exchange exchange, @PathVariable String id) {
        throw missing();
    }

    @PutMapping({"/{id}/enable", "/{id}/disable"})
    Done change(Exchange exchange, @PathVariable String id) {
        throw missing();
    }

    private static Failed missing() {
        return new Failed(ErrorNumbers.MISSING, "Extension does not exist");
    }
}
