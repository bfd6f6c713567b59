package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who terminates and makes anew finds the names free that he had before, as long as they lie in his own recycle bin.
class RemovedNamesStory extends BillersDeedsTest {

    private String host = "";
    private String name = "";
    private long owner;
    private long webspace;

    @BeforeEach
    void aSubscriptionWithAnFtpUser() {
        host = Given.unique() + ".example";
        name = "z" + Given.unique();
        owner = made(login, "");
        webspace = done(webspace(host, owner, ""));
        done(ftpUser(webspace));
    }

    private String ftpUser(long subscription) {
        return "<ftp-user><add><name>" + name + "</name><password>geheim5</password><webspace-id>" + subscription
                + "</webspace-id></add></ftp-user>";
    }

    @Test
    void anFtpUserGetsTheNameOfOneThatWasRemovedWithHisSubscription() {
        refused("1007", ftpUser(webspace));
        done(by("webspace", "del", "id", webspace));
        long other = done(webspace(host, owner, ""));
        done(ftpUser(other));
        assertThat(biller.ask(by("ftp-user", "get", "name", name)).number("//webspace-id"))
                .isEqualTo(other);
        refused("1007", ftpUser(other));

        var browser = administrator();
        assertThat(browser.get("/bulk/subscription.restore?id=" + webspace).words())
                .contains("„" + name + "“");
    }

    @Test
    void aFurtherDomainGetsTheNameOfOneThatWasRemovedWithItsSubscription() {
        var further = "further-" + host;
        var site = "<site><add><gen_setup><name>" + further
                + "</name><webspace-id>%d</webspace-id></gen_setup></add></site>";
        done(site.formatted(webspace));
        refused("1007", site.formatted(webspace));
        done(by("webspace", "del", "id", webspace));
        long other = done(webspace(host, owner, ""));
        long made = done(site.formatted(other));
        assertThat(biller.ask(by("site", "get", "name", further).replace("</get>", "<dataset/></get>"))
                        .number("//id"))
                .isEqualTo(made);

        var browser = administrator();
        browser.get("/bulk/subscription.restore?id=" + webspace);
        var restored = browser.post(
                "/bulk/subscription.restore",
                "id",
                Long.toString(webspace),
                "domain." + webspace,
                "old-" + host,
                "domain." + given.number("select id from wirt.site where host = ? and released", further),
                "old-" + further);
        assertThat(restored.status()).as(restored.words()).isLessThan(400);
        assertThat(given.text(
                        "select string_agg(host, ' ' order by host) from wirt.site where subscription_id = ?",
                        webspace))
                .isEqualTo("old-further-" + host + " old-" + host);
        assertThat(given.text("select name from wirt.subscription where id = ?", webspace))
                .isEqualTo("old-" + host);
    }

    @Test
    void anotherProviderDoesNotGetIt() {
        var reseller = given.reseller("Netzwirt Namen");
        given.permit(reseller, "remote_api");
        var his = given.subscription(given.customer("Gasthof Namen", reseller));
        done(by("webspace", "del", "id", webspace));
        var theirs = new Biller(address(), reseller.username(), Given.PASSWORD);
        assertThat(theirs.ask(ftpUser(his.id())).at("//errcode")).isEqualTo("1007");
        refused("1007", ftpUser(his.id()));
    }
}
