package org.wirt.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A panel in a process of its own, as `./wirt run` starts it, and a browser's way to talk to it.
final class Panel implements AutoCloseable {

    static final String PASSWORD = "Messen-mit-Massstab-2026";

    static final int PORT = 28_880;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Process process;
    private final double readySeconds;

    private Panel(Process process, double readySeconds) {
        this.process = process;
        this.readySeconds = readySeconds;
    }

    static Panel start(List<String> command, Path folder, Path home, int databasePort) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(home.resolveSibling("panel.err").toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("WIRT_HOME", home.toString()),
                        Map.entry("WIRT_DATABASE_PORT", Integer.toString(databasePort)),
                        Map.entry("WIRT_ADMIN_PASSWORD", PASSWORD),
                        Map.entry("WIRT_HTTP_PORT", Integer.toString(PORT)),
                        Map.entry("WIRT_HTTPS_PORT", "0"),
                        Map.entry("WIRT_WEB_PORT", Integer.toString(Door.WEB.port)),
                        Map.entry("WIRT_FTP_PORT", Integer.toString(Door.FTP.port)),
                        Map.entry("WIRT_FTP_PASSIVE", "0"),
                        Map.entry("WIRT_SFTP_PORT", Integer.toString(Door.SFTP.port)),
                        Map.entry("WIRT_SMTP_PORT", Integer.toString(Door.MAIL.port)),
                        Map.entry("WIRT_SUBMISSION_PORT", Integer.toString(Door.SUBMISSION.port)),
                        Map.entry("WIRT_IMAP_PORT", Integer.toString(Door.IMAP.port))));
        long start = System.nanoTime();
        var process = builder.start();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("Wirt is ready")) return new Panel(process, (System.nanoTime() - start) / 1e9);
        }
        throw new IOException("The panel did not start; see panel.err beside its home");
    }

    double readySeconds() {
        return readySeconds;
    }

    /// Resident memory in MiB, without PostgreSQL's processes.
    long residentMebibytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        return -1;
    }

    /// Somebody signed in, with his own cookies.
    Reader signedIn(String username) throws IOException, InterruptedException {
        var reader = new Reader();
        reader.post("/sign-in", "username=" + encoded(username) + "&password=" + encoded(PASSWORD));
        return reader;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static final class Reader {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            var response = client.send(request(path).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) throw new IOException(path + " answered " + response.statusCode());
            return response;
        }

        /// Sends a form with the token of a page; a redirect is the good answer.
        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            return post(path, form, token());
        }

        HttpResponse<String> post(String path, String form, String token) throws IOException, InterruptedException {
            var body = form + "&_csrf=" + encoded(token);
            var response = client.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 != 3) throw new IOException(path + " answered " + response.statusCode());
            return response;
        }

        /// The token that forms of this reader carry.
        String token() throws IOException, InterruptedException {
            var page = client.send(request("/sign-in").build(), BodyHandlers.ofString())
                    .body();
            var found = TOKEN.matcher(page);
            if (!found.find()) throw new IOException("no form token");
            return found.group(1);
        }

        /// As a browser would send them.
        String cookies() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(c -> c.getName() + "=" + c.getValue())
                    .collect(Collectors.joining("; "));
        }

        private static HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path));
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
