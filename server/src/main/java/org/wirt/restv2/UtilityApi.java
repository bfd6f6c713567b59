package org.wirt.restv2;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.bin.CommandLine;
import org.wirt.bin.Output;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The command line, for those who are not on the machine.
@RestController
@RequestMapping("/api/v2/cli")
class UtilityApi {

    private final CommandLine commands;

    UtilityApi(CommandLine commands) {
        this.commands = commands;
    }

    /// @param params as typed, without the utility's name
    record Request(@Nullable List<String> params, @Nullable Map<String, String> env) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Reference(Map<String, String> allowedCommands, Map<String, String> allowedOptions) {}

    @GetMapping("/commands")
    List<String> all(Exchange exchange) {
        return commands.names();
    }

    @GetMapping("/{id}/ref")
    Reference reference(Exchange exchange, @PathVariable String id) {
        return commands.taken(id)
                .map(taken -> new Reference(taken.commands(), taken.options()))
                .orElseThrow(UtilityApi::missing);
    }

    /// What the command came to is inside: the answer itself is good.
    @PostMapping("/{id}/call")
    Output call(Exchange exchange, @PathVariable String id, @RequestBody Request request) {
        var params = request.params == null ? List.<String>of() : request.params;
        if (params.stream().anyMatch(Objects::isNull)) throw Failed.invalid("A parameter is null.");
        var env = request.env == null ? Map.<String, String>of() : request.env;
        return commands.call(exchange, id, params, env).orElseThrow(UtilityApi::missing);
    }

    private static Failed missing() {
        return new Failed(ErrorNumbers.MISSING, "There is no such utility");
    }
}
