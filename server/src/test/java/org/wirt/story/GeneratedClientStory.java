package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Generated;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description is whole: a client that was generated from it, by a generator that is not ours, does what a hoster's
/// program does.
class GeneratedClientStory extends PanelTest {

    private static final String GENERATOR = "target/generator/openapi-generator-cli.jar";
    /// The generated sources carry its mark; the generator's own classes do not have it.
    private static final String CLASSES = GENERATOR + ":"
            + Generated.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();

    private static final int PATIENCE = 120;

    @Autowired
    private ApiTokens tokens;

    @TempDir
    private Path folder;

    @Test
    void aGeneratedClientLooksAheadSuspendsAndTakesBack() throws Exception {
        var reseller = given.reseller("Netzwirt Fremdprogramm");
        given.permit(reseller, "remote_api");
        var customer = given.customer("Gasthof " + Given.unique(), reseller);
        var description = folder.resolve("openapi.json");
        Files.writeString(description, described());

        run(
                "-jar",
                GENERATOR,
                "generate",
                "-g",
                "java",
                "-i",
                description.toString(),
                "-o",
                folder.resolve("client").toString(),
                "--library",
                "native",
                "--additional-properties",
                "invokerPackage=org.wirt.client,apiPackage=org.wirt.client.api,modelPackage=org.wirt.client.model,"
                        + "openApiNullable=false,useJakartaEe=true,useSingleRequestParameter=true",
                "--global-property",
                "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
        compile();
        var said = run(
                "-cp",
                CLASSES + ":" + folder.resolve("classes"),
                "SuspendsACustomer",
                address(),
                given.token(tokens, reseller),
                customer.name());

        assertThat(said)
                .containsSubsequence(
                        "found " + customer.name() + ", active true",
                        "would suspend 1",
                        "suspended 1",
                        "then active false",
                        "at last active true");
    }

    @Test
    void everyVerbAndEveryListIsDescribed() {
        var paths = JsonMapper.shared().readTree(described()).get("paths");
        var program = new Program(address(), given.token(tokens, administratorsAccount()));
        for (JsonNode verb : program.get("/api/v1/verbs").body())
            assertThat(paths.has("/api/v1/verbs/" + verb.get("name").asString()))
                    .as(verb.toString())
                    .isTrue();
        for (var list : List.of("customers", "resellers", "subscriptions", "sites", "audit"))
            assertThat(paths.at("/~1api~1v1~1" + list + "/get/parameters").toString())
                    .as(list)
                    .contains("\"after\"", "\"size\"");
    }

    @Test
    void whatAFilterTakesIsDescribed() {
        var paths = JsonMapper.shared().readTree(described()).get("paths");
        for (var described : List.of(
                "customers from {\"format\":\"date\",\"type\":\"string\"}",
                "customers disk {\"format\":\"int64\",\"minimum\":0,\"type\":\"integer\"}",
                "customers plan {\"pattern\":\"^(-?[0-9]+|custom)$\",\"type\":\"string\"}",
                "subscriptions customer {\"format\":\"int64\",\"type\":\"integer\"}",
                "subscriptions sync {\"enum\":[\"synced\",\"locked\",\"unsynced\",\"custom\"],\"type\":\"string\"}",
                "audit to {\"format\":\"date\",\"type\":\"string\"}",
                "web-hooks/{id}/deliveries state {\"enum\":[\"waiting\",\"delivered\",\"given-up\",\"skipped\"],\"type\":\"string\"}")) {
            var words = described.split(" ", 3);
            var schema = paths.get("/api/v1/" + words[0])
                    .at("/get/parameters")
                    .valueStream()
                    .filter(one -> one.get("name").asString().equals(words[1]))
                    .map(one -> one.get("schema"))
                    .findFirst();
            assertThat(schema).as(described).contains(JsonMapper.shared().readTree(words[2]));
        }
    }

    private Given.Account administratorsAccount() {
        return new Given.Account(
                1, 1, given.number("select id from wirt.login where account_id = 1 and owner"), "", "admin", "");
    }

    /// Without a token: whoever writes a program may read it.
    private String described() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address() + "/api/v1/openapi.json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void compile() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(folder.resolve("client/src/main/java"))) {
            var all = new ArrayList<>(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            all.add(Path.of("src/test/resources/client/SuspendsACustomer.java"));
            var errors = new StringWriter();
            boolean good = compiler.getTask(
                            errors,
                            files,
                            null,
                            List.of(
                                    "-cp",
                                    CLASSES,
                                    "-proc:none",
                                    "-nowarn",
                                    "-d",
                                    folder.resolve("classes").toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(all))
                    .call();
            assertThat(good).as(errors.toString()).isTrue();
        }
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean over = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        if (!over) process.destroyForcibly();
        var said = Files.readString(output);
        assertThat(over && process.exitValue() == 0).as(said).isTrue();
        return said;
    }
}
