package org.wirt.bin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Secret keys, by which programs come in.
@Component
class SecretKeyUtility implements Utility {

    private static final String OPERATOR = "secret_key";

    @Override
    public String name() {
        return "secret_key";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("create", "c", "makes one and prints it", Set.of("ip-address", "description"), this::create)
                        .ofNone(),
                new Command("delete", "d", "removes one: -key <key>", Set.of("key"), this::delete).ofNone(),
                new Command("list", "l", "lists what is known of them; the keys themselves are not", this::list)
                        .ofNone());
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "ip-address", "from where it may be shown; left out: from where it is asked for",
                "description", "a note",
                "key", "the key, or the number that --list tells");
    }

    private Output create(Line line, Speaker speaker) {
        var asked = new Element("create");
        line.option("ip-address").ifPresent(address -> asked.add("ip_address", address));
        line.option("description").ifPresent(text -> asked.add("description", text));
        return Output.done(speaker.one(OPERATOR, asked).text("key"));
    }

    private Output delete(Line line, Speaker speaker) {
        var key = line.needed("key");
        speaker.one(OPERATOR, Speaker.on("delete", "key", key));
        return Output.done("SUCCESS: Removal of secret key completed.");
    }

    private Output list(Line line, Speaker speaker) {
        var text = new StringBuilder();
        speaker.each(OPERATOR, Speaker.onAll("get_info"), result -> {
            var info = result.part("key_info");
            text.append(String.join(
                            "\t",
                            info.text("key"),
                            info.text("ip_address"),
                            info.text("description"),
                            info.text("login")))
                    .append('\n');
        });
        return Output.printed(text.toString());
    }
}
