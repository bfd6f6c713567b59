package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Filters and order of a list, kept under a name by each login for itself.
class SavedViewsStory extends PanelTest {

    @Test
    void aViewLeadsBackToItsFilterAndIsOnlyOnesOwn() {
        var reseller = given.reseller("Netzwirt " + Given.unique());
        var name = "Säumige " + Given.unique();
        var browser = administrator();
        browser.get("/customers?status=suspended&sort=name&dir=desc");
        var saved = browser.post(
                "/views/save",
                "list",
                "customers",
                "name",
                name,
                "query",
                "status=suspended&sort=name&dir=desc",
                "return",
                "/customers");
        assertThat(saved.words()).contains(name);
        assertThat(saved.body()).contains("/customers?status=suspended&amp;sort=name&amp;dir=desc");
        assertThat(signedIn(reseller.username()).get("/customers").body()).doesNotContain(name);
        var removed = browser.post("/views/remove", "list", "customers", "view", name, "return", "/customers");
        assertThat(removed.path()).isEqualTo("/customers");
        assertThat(browser.get("/customers").body()).doesNotContain(name);
    }

    @Test
    void aViewNeedsANameAndAListThatKeepsViews() {
        var browser = administrator();
        browser.get("/customers");
        var nameless =
                browser.post("/views/save", "list", "customers", "name", " ", "query", "", "return", "/customers");
        assertThat(nameless.words()).contains("höchstens 40 Zeichen");
        assertThat(browser.post("/views/save", "list", "audit", "name", "Heute", "query", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theHeightOfRowsIsKeptForEachLogin() {
        var reseller = given.reseller("Netzwirt " + Given.unique());
        given.customer("Gasthof Reiter", reseller);
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/customers").body()).doesNotContain("data-density=\"dense\"");
        browser.post("/density", "density", "dense", "return", "/customers");
        assertThat(signedIn(reseller.username()).get("/customers").body()).contains("data-density=\"dense\"");
        assertThat(administrator().get("/customers").body()).doesNotContain("data-density=\"dense\"");
        browser.post("/density", "density", "airy", "return", "/customers");
        assertThat(browser.get("/customers").body()).doesNotContain("data-density=\"dense\"");
    }
}
