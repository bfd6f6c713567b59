package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Home;

class HomesTest {

    @TempDir
    Path folder;

    @Test
    void aHomeHasAPageNamingItsDomainAndKeepsTheCustomersOwn() throws IOException {
        try (var home = Home.open(folder.resolve("wirt"))) {
            var homes = new Homes(home);
            var path = homes.homeFor(100_007);
            homes.create(path, "gasthof-adler.example");
            var page = Path.of(path, "httpdocs", "index.html");
            assertThat(path).endsWith("/hosting/100007");
            assertThat(page).content().contains("<h1>gasthof-adler.example</h1>");
            assertThat(Path.of(path, "logs")).isDirectory();
            Files.writeString(page, "own");
            homes.create(path, "gasthof-adler.example");
            assertThat(page).hasContent("own");
            homes.createSite(path, "shop.gasthof-adler.example");
            assertThat(Path.of(path, "shop.gasthof-adler.example", "index.html"))
                    .exists();
            homes.deleteSite(path, "shop.gasthof-adler.example");
            assertThat(Path.of(path, "shop.gasthof-adler.example")).doesNotExist();
        }
    }

    @Test
    void deletingFollowsNoLink() throws IOException {
        try (var home = Home.open(folder.resolve("wirt"))) {
            var homes = new Homes(home);
            var path = homes.homeFor(1);
            homes.create(path, "a.example");
            var outside = Files.writeString(
                    Files.createDirectories(folder.resolve("outside")).resolve("file"), "kept");
            Files.createSymbolicLink(Path.of(path, "link"), outside.getParent());
            homes.delete(path);
            homes.delete(path);
            assertThat(Path.of(path)).doesNotExist();
            assertThat(outside).hasContent("kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tmp", "", "..", "/tmp/../etc"})
    void onlyAHomeIsEverDeleted(String path) throws IOException {
        try (var home = Home.open(folder.resolve("wirt"))) {
            var homes = new Homes(home);
            assertThatThrownBy(() -> homes.delete(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> homes.delete(homes.homeFor(1) + "/../.."))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> homes.createSite(homes.homeFor(1), "../../x.example"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNameIsNeverMarkup() {
        assertThat(SitePages.welcome("<script>.example")).doesNotContain("<script>.");
    }
}
