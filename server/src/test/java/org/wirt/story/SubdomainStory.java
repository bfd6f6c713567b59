package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What clients have made as a subdomain hangs below a domain, and is called after it as long as it does.
class SubdomainStory extends BillersDeedsTest {

    private String host = "";
    private long webspace;

    @BeforeEach
    void aSubscription() {
        host = Given.unique() + ".example";
        webspace = done(webspace(host, made(login, ""), ""));
    }

    private static String add(String name, String parent, String more) {
        return "<subdomain><add><parent>" + parent + "</parent><name>" + name + "</name>" + more + "</add></subdomain>";
    }

    private static String rename(long id, String name) {
        return "<subdomain><rename><id>" + id + "</id><name>" + name + "</name></rename></subdomain>";
    }

    private static String called(String operator, long id, String name) {
        return ("<%1$s><set><filter><id>%2$d</id></filter><values><gen_setup><name>%3$s</name></gen_setup></values></set>"
                        + "</%1$s>")
                .formatted(operator, id, name);
    }

    private String name(long site) {
        return given.text("select host from wirt.site where id = ?", site);
    }

    private String told(long id) {
        return biller.ask(by("subdomain", "get", "id", id)).at("//data/name");
    }

    @Test
    void whereItsDomainGetsAnotherNameItGoesAlongWithThoseBelowIt() {
        long blog = done(add("blog", host, ""));
        long old = done(add("alt", "blog." + host, ""));
        long site = done("<site><add><gen_setup><name>shop." + host + "</name><webspace-id>" + webspace
                + "</webspace-id></gen_setup><hosting><vrt_hst/></hosting></add></site>");
        var other = Given.unique() + ".example";
        done(called("webspace", webspace, other));
        assertThat(List.of(name(webspace), name(blog), name(old), name(site)))
                .as("but a site like others")
                .containsExactly(other, "blog." + other, "alt.blog." + other, "shop." + host);
        assertThat(told(old)).isEqualTo("alt.blog." + other);
        assertThat(biller.ask(by("subdomain", "get", "parent-name", other)).numbers("//result/id"))
                .containsExactly(blog);
        assertThat(given.text(
                        "select after ->> 'subdomains' from wirt.audit where verb = 'site.rename' and object_id = ?",
                        webspace))
                .isEqualTo("blog." + other + ", alt.blog." + other);
    }

    @Test
    void aNameThatIsTakenRefusesAllOfThem() {
        long blog = done(add("blog", host, ""));
        long shop = done(add("shop", host, ""));
        var other = Given.unique() + ".example";
        done("<site><add><gen_setup><name>shop." + other + "</name><webspace-id>" + webspace
                + "</webspace-id></gen_setup><hosting><vrt_hst/></hosting></add></site>");
        refused("1007", called("webspace", webspace, other));
        refused("1007", called("site", webspace, other));
        assertThat(List.of(name(webspace), name(blog), name(shop)))
                .containsExactly(host, "blog." + host, "shop." + host);
        var browser = administrator();
        browser.get("/sites/" + webspace + "/name");
        assertThat(browser.post("/sites/" + webspace + "/name", "domain", other).words())
                .contains("Die Subdomain „shop." + other + "“ würde mit umbenannt");
        refused("1019", called("webspace", webspace, "x".repeat(60) + ("." + "y".repeat(60)).repeat(3) + ".example"));
    }

    @Test
    void onceItIsCalledOtherwiseItIsASiteLikeOthers() {
        long blog = done(add("blog", host, ""));
        var set = "<webspace><set><filter><id>" + webspace
                + "</id></filter><values><limits><limit><name>max_subdom</name><value>1</value></limit></limits></values></set></webspace>";
        done(set);
        refused("1024", add("shop", host, ""));
        var other = Given.unique() + ".example";
        done(called("site", blog, other));
        refused("1013", by("subdomain", "get", "id", blog));
        assertThat(biller.ask(by("subdomain", "get", "parent-name", host)).count("//result/id"))
                .isZero();
        var list = biller.ask(by("customer", "get-domain-list", "login", login));
        assertThat(list.at("//domain[id='" + blog + "']/type")).isEqualTo("domain");
        assertThat(biller.ask("<site><get><filter><id>" + webspace
                                + "</id></filter><dataset><stat/></dataset></get></site>")
                        .at("//stat/subdom"))
                .isEqualTo("0");
        long shop = done(add("shop", host, ""));
        done(called("webspace", webspace, Given.unique() + ".example"));
        assertThat(name(blog)).isEqualTo(other);
        assertThat(name(shop)).startsWith("shop.").doesNotEndWith(host);
    }

    @Test
    void itsNameMayBeSaidWholeOrInItsLeftPart() {
        long whole = done(add("blog." + host, host, "<property><name>www_root</name><value>blog</value></property>"));
        assertThat(name(whole)).isEqualTo("blog." + host);
        long upper = done(add("SHOP." + host.toUpperCase(java.util.Locale.ROOT), host, ""));
        assertThat(name(upper)).isEqualTo("shop." + host);
        refused("1007", add("blog", host, ""));
        refused("1007", add(host, host, ""));
        done(rename(whole, told(whole).replace("blog.", "news.")));
        assertThat(name(whole)).isEqualTo("news." + host);
        done(rename(whole, "a.b"));
        assertThat(name(whole)).isEqualTo("a.b." + host);
        done(rename(whole, "müller"));
        assertThat(told(whole)).isEqualTo("müller." + host);
        done(rename(whole, told(whole)));
        assertThat(told(whole)).isEqualTo("müller." + host);
    }
}
