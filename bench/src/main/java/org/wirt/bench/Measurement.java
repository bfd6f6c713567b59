package org.wirt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Everything that is measured at one size, as the administrator, the largest reseller and a small one.
final class Measurement {

    private static final int WARM = 3_000;
    private static final int RUNS = 300;
    private static final Argon2PasswordEncoder ARGON = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private static final Pattern NEXT = Pattern.compile("href=\"(/customers\\?[^\"]*after=[^\"]*)\"");

    private final Panel panel;
    private final BareSql sql;
    private final Load.Size size;
    private final Report report;

    Measurement(Panel panel, BareSql sql, Load.Size size, Report report) {
        this.panel = panel;
        this.sql = sql;
        this.size = size;
        this.report = report;
    }

    void run() throws Exception {
        var admin = panel.signedIn("admin");
        report.say("");
        report.say("Ready after " + Times.text(panel.readySeconds()) + " s.");
        report.head();
        var bare = Times.of(WARM, RUNS, () -> sql.list(""));
        var page = Times.of(WARM, RUNS, () -> admin.get("/wirt.css"));
        reading("administrator", admin, bare);
        reading("reseller with " + size.customers() / 10, panel.signedIn("r" + Load.LARGE), bare);
        reading("small reseller", panel.signedIn("r" + Load.SMALL), bare);
        report.row("static file of 40 KB, same server", page, "");
        deeds(admin);
        throughput(admin);
        report.say("");
        report.say("Resident without PostgreSQL, idle after the list run: " + panel.residentMebibytes()
                + " MiB (target 512).");
    }

    private void reading(String who, Panel.Reader reader, Times bare) throws Exception {
        report.row(who + ": list, first page", Times.of(WARM, RUNS, () -> reader.get("/customers")), "2", bare);
        var deep = deep(reader);
        report.row(
                who + ": list, deep page by keyset",
                Times.of(500, RUNS, () -> reader.get(deep)),
                "1.1 × first page",
                bare);
        var suspended = Times.of(
                50,
                100,
                () -> sql.list(
                        "and a.id = any(array(select d.account_id from wirt.account_dark d where d.kind = 'CUSTOMER' "
                                + "order by d.name, d.account_id limit 51))"));
        report.row(
                who + ": status filter",
                Times.of(500, RUNS, () -> reader.get("/customers?status=suspended")),
                "2",
                suspended);
        report.row(
                who + ": search, rare",
                Times.of(300, 100, () -> reader.get("/customers?q=" + (size.customers() - 7))),
                "4");
        report.row(who + ": search, common", Times.of(50, 50, () -> reader.get("/customers?q=kr%C3%BCger")), "20");
        if (who.equals("administrator")) {
            report.row(
                    who + ": customer page",
                    Times.of(500, RUNS, () -> reader.get("/customers/" + customer(4711))),
                    "2",
                    bare);
        }
    }

    /// The address of a page in the middle: sorted by name, twenty pages further than a name from there.
    private static String deep(Panel.Reader reader) throws Exception {
        var address = "/customers?sort=created";
        for (int i = 0; i < 20; i++) {
            var next = NEXT.matcher(reader.get(address).body());
            if (!next.find()) return address;
            address = next.group(1).replace("&amp;", "&");
        }
        return address;
    }

    private long customer(long number) {
        return size.resellers() + 1 + number;
    }

    private void deeds(Panel.Reader admin) throws Exception {
        var fsync = Times.of(50, 200, () -> {
            sql.fsync();
            return null;
        });
        var token = admin.token();
        var number = new long[] {1001};
        report.row(
                "suspend one, until committed and answered",
                one(admin, "suspend", number, token),
                "2 + one fsync",
                fsync);
        number[0] = 1001;
        report.row("activate one", one(admin, "activate", number, token), "", fsync);
        number[0] = 3001;
        report.row(
                "remove one",
                Times.of(
                        10,
                        100,
                        () -> admin.post(
                                "/bulk/customer.remove", "id=" + customer(number[0]++) + "&return=/customers", token)),
                "",
                fsync);
        others(admin, token, fsync);
        bulk(admin, token, 1_000, 0.5);
        bulk(admin, token, 10_000, 5);
    }

    /// One deed at a time: the next begins when the servers have been asked for the receipt of the one before.
    private Times one(Panel.Reader admin, String verb, long[] number, String token) throws Exception {
        var way = "/bulk/customer." + verb;
        for (int i = 0; i < 1_000; i++) admin.post(way, "id=" + customer(number[0]++) + "&return=/customers", token);
        return Times.measured(200, () -> {
            Thread.sleep(60);
            long start = System.nanoTime();
            admin.post(way, "id=" + customer(number[0]++) + "&return=/customers", token);
            return (System.nanoTime() - start) / 1e6;
        });
    }

    private void others(Panel.Reader admin, String token, Times fsync) throws Exception {
        var hash = Times.of(5, 30, () -> ARGON.encode(Panel.PASSWORD));
        var number = new long[] {0};
        var create = Times.of(10, 100, () -> admin.post("/customers", newcomer(++number[0]), token));
        report.row("create, with the hash of the password", create, "5 + hash", fsync);
        report.row("hash of a password", hash, "");
        number[0] = 4001;
        report.row(
                "move one to another provider",
                Times.of(
                        10,
                        100,
                        () -> admin.post(
                                "/bulk/customer.move",
                                "id=" + customer(number[0] += 10) + "&target=" + Load.SMALL + "&return=/customers",
                                token)),
                "",
                fsync);
        number[0] = 5003;
        report.row(
                "convert one to a reseller",
                Times.of(
                        10,
                        100,
                        () -> admin.post(
                                "/bulk/customer.convert",
                                "id=" + customer(number[0] += 10) + "&return=/customers",
                                token)),
                "",
                fsync);
    }

    private static String newcomer(long number) {
        var name = "neu" + number;
        return "contactName=" + name + "&email=" + name + "@example.org&username=" + name + "&password="
                + Panel.encoded(Panel.PASSWORD) + "&locale=de&country=DE&createSubscription=false";
    }

    private void bulk(Panel.Reader admin, String token, int many, double target) throws Exception {
        if (many > size.customers() / 4) return;
        var form = new StringBuilder("return=/customers");
        for (long i = 0; i < many; i++) form.append("&id=").append(customer(10_003 + i * 3 + many));
        long start = System.nanoTime();
        var answer = admin.post("/bulk/customer.suspend", form.toString(), token);
        var job = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*job=", "");
        var lists = new ArrayList<Double>();
        while (running(admin, job)) {
            long asked = System.nanoTime();
            admin.get("/customers");
            lists.add((System.nanoTime() - asked) / 1e6);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        lists.sort(null);
        report.say("| bulk suspend of " + many + " | " + Times.text(seconds * 1000) + " | | "
                + Times.text(target * 1000) + " | lists meanwhile: "
                + (lists.isEmpty()
                        ? "none asked"
                        : Times.text(lists.get(lists.size() / 2)) + " median, " + Times.text(lists.getLast())
                                + " longest (target 20)")
                + " | |");
    }

    private static boolean running(Panel.Reader admin, String job) throws IOException, InterruptedException {
        return admin.get("/jobs/" + job + "/progress").body().contains("/cancel");
    }

    /// Answers in a second, by connections with a session each, against as many bytes of a file from the same server.
    private void throughput(Panel.Reader admin) throws Exception {
        int bytes = admin.get("/customers").body().getBytes(StandardCharsets.UTF_8).length;
        report.say("");
        report.say("| connections | list of " + bytes / 1024
                + " KB, requests/s | as many bytes of a file, requests/s | ratio |");
        report.say("|---|---|---|---|");
        for (int connections : List.of(1, 8, 32)) {
            var sessions = new ArrayList<String>();
            for (int i = 0; i < connections; i++)
                sessions.add(panel.signedIn("admin").cookies());
            double lists = perSecond(sessions, "/customers", "");
            double files = perSecond(sessions, "/vendor/tabler.min.css", "Range: bytes=0-" + (bytes - 1) + "\r\n");
            report.say("| " + connections + " | " + Math.round(lists) + " | " + Math.round(files) + " | "
                    + Times.text(lists / files) + " |");
        }
    }

    private static double perSecond(List<String> sessions, String path, String header) throws Exception {
        count(sessions, path, header, 4);
        return count(sessions, path, header, 6) / 6.0;
    }

    private static long count(List<String> sessions, String path, String header, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(sessions.size())) {
            var counts = new ArrayList<Future<Long>>();
            for (var session : sessions) {
                counts.add(threads.submit(() -> {
                    long n = 0;
                    try (var wire = new Wire(Panel.PORT, path, "Cookie: " + session + "\r\n" + header)) {
                        while (System.nanoTime() < end) {
                            wire.ask();
                            n++;
                        }
                    }
                    return n;
                }));
            }
            long sum = 0;
            for (var count : counts) sum += count.get();
            return sum;
        }
    }
}
