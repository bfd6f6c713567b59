package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What billing systems ask of how things are here: which limits and permissions there are, whose addresses, who serves
/// mail, zones and PHP.
class WhatThereIsForBillersStory extends BillersWebspaceTest {

    private static final String ADDRESS = "127.0.0.1";

    private Given.Account reseller() {
        var reseller = given.reseller("Wirt am Markt");
        given.permit(reseller, "remote_api");
        return reseller;
    }

    private static String empty(String operator, String operation) {
        return "<%1$s><%2$s><filter/></%2$s></%1$s>".formatted(operator, operation);
    }

    private static String pool(String operation, Object reseller, String more) {
        return "<reseller><ippool-%1$s-ip><reseller-id>%2$s</reseller-id>%3$s</ippool-%1$s-ip></reseller>"
                .formatted(operation, reseller, more);
    }

    private static String ip(String text, String type) {
        return "<ip><ip-address>" + text + "</ip-address>" + type + "</ip>";
    }

    private static String set(Object reseller, String type) {
        return pool(
                "set",
                reseller,
                "<filter><ip-address>" + ADDRESS + "</ip-address></filter><values><ip-type>" + type
                        + "</ip-type></values>");
    }

    @Test
    void theLimitsAndPermissionsOfResellersAreDescribedAsTheyAreTold() {
        var reseller = reseller();
        var told = biller.ask("<reseller><get><filter><id>" + reseller.id()
                + "</id></filter><dataset><limits/><permissions/></dataset></get></reseller>");
        for (var of : List.of("limit", "permission")) {
            var all = biller.ask(empty("reseller", "get-" + of + "-descriptor"));
            assertThat(all.at("//result/status")).isEqualTo("ok");
            assertThat(all.count("//result/id")).as("that of the server").isZero();
            var name = of.equals("limit") ? "max_cl" : "create_clients";
            assertThat(all.count("//property[name='" + name + "'][writable-by='admin']"))
                    .isEqualTo(1);
            assertThat(all.count("//property[writable-by='reseller']")).isZero();
            assertThat(told.count("//" + of + "[name='" + name + "']")).isEqualTo(1);

            var one = biller.ask(by("reseller", "get-" + of + "-descriptor", "id", reseller.id()));
            assertThat(one.number("//result/id")).isEqualTo(reseller.id());
            var plan = biller.ask("<reseller-plan><get-" + of + "-descriptor/></reseller-plan>");
            for (var answer : List.of(one, plan))
                assertThat(answer.count("//descriptor/property")).isEqualTo(all.count("//descriptor/property"));
            assertThat(biller.ask("<reseller><get-" + of + "-descriptor><filter><all/></filter></get-" + of
                                    + "-descriptor></reseller>")
                            .numbers("//result/id"))
                    .contains(reseller.id());
            isRefused("1013", by("reseller", "get-" + of + "-descriptor", "id", "888888888"));
        }
    }

    @Test
    void anAddOnIsDescribedByWhatItWasNamedBy() {
        var name = "Mehr " + Given.unique();
        var addon = made("<service-plan-addon><add><name>" + name + "</name></add></service-plan-addon>");
        for (var of : List.of("limit", "permission", "physical-hosting")) {
            var operation = "get-" + of + "-descriptor";
            var all = biller.ask(empty("service-plan-addon", operation));
            assertThat(all.count("//result/id")).isZero();
            var one = biller.ask(by("service-plan-addon", operation, "name", name));
            assertThat(one.at("//result/name")).isEqualTo(name);
            assertThat(one.count("//descriptor/property")).isEqualTo(all.count("//descriptor/property"));
            assertThat(biller.ask(by("service-plan-addon", operation, "id", addon))
                            .at("//result/id"))
                    .isEqualTo(addon);
            isRefused("1013", by("service-plan-addon", operation, "name", "Weniger"));
        }
        biller.ask(by("service-plan-addon", "del", "id", addon));
    }

    @Test
    void anAddressIsSharedWithEachResellerAlready() {
        var reseller = reseller();
        for (var type : List.of("", "<ip-type>shared</ip-type>")) {
            var added = biller.ask(pool("add", reseller.id(), ip(ADDRESS, type)));
            assertThat(added.at("//result/status")).isEqualTo("ok");
            assertThat(added.at("//result/ip-address")).isEqualTo(ADDRESS);
        }
        assertThat(biller.ask(set(reseller.id(), "shared")).at("//result/ip-address"))
                .isEqualTo(ADDRESS);
        isRefused("1017", pool("add", reseller.id(), ip(ADDRESS, "<ip-type>exclusive</ip-type>")));
        isRefused("1017", set(reseller.id(), "exclusive"));
        isRefused("1019", set(reseller.id(), "halb"));
        isRefused("1017", pool("del", reseller.id(), "<ip-address>" + ADDRESS + "</ip-address>"));
        isRefused("1018", pool("add", reseller.id(), ip("198.51.100.1", "")));
        isRefused("1018", pool("add", reseller.id(), ip("", "")));
        isRefused("1018", pool("del", reseller.id(), "<ip-address>198.51.100.1</ip-address>"));
        var both = biller.ask(pool("add", reseller.id(), ip(ADDRESS, "") + ip("198.51.100.1", "")));
        assertThat(both.at("//result[1]/status")).isEqualTo("ok");
        assertThat(both.at("//result[2]/ip-address")).isEqualTo("198.51.100.1");
    }

    @Test
    void thePoolOfNobodyIsNone() {
        var packets = Stream.of(
                pool("add", webspace.customerId(), ip(ADDRESS, "")),
                pool("del", "888888888", "<ip-address>" + ADDRESS + "</ip-address>"),
                set("888888888", "shared"),
                pool("add", "x", ip(ADDRESS, ""))
                        .replace("<reseller-id>x</reseller-id>", "<external-id>niemand</external-id>"));
        packets.forEach(packet -> isRefused("1013", packet));
        assertThat(biller.ask(pool("add", "x", ip(ADDRESS, "")).replace("<reseller-id>x</reseller-id>", ""))
                        .at("//system/errcode"))
                .isEqualTo("1014");
        var reseller = reseller();
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        isRefused("1006", pool("add", reseller.id(), ip(ADDRESS, "")));
        isRefused("1006", set(reseller.id(), "shared"));
        for (var operation : List.of("get_acl", "get-status-remote-dns"))
            isRefused("1006", "<dns><" + operation + "/></dns>");
        isRefused("1006", "<reseller-plan><get-limit-descriptor/></reseller-plan>");
    }

    @Test
    void mailAndZonesAreServedHereAndCopiedByNobody() {
        assertThat(biller.ask("<mail><get-available-mail-providers/></mail>").count("//mail-provider/local"))
                .isEqualTo(1);
        assertThat(biller.ask("<dns><get-status-remote-dns/></dns>").at("//dns-status"))
                .isEqualTo("false");
        var copies = biller.ask("<dns><get_acl/></dns>");
        assertThat(copies.at("//result/status")).isEqualTo("ok");
        assertThat(copies.count("//host")).isZero();
    }

    @Test
    void websitesOfAHostingNodeUseItsPhpAndOthersNone() {
        var reseller = reseller();
        var own = given.subscription(given.customer("Gasthof Markt", reseller));
        isRefused("1013", by("php-handler", "get-usage", "id", "wirt-php82-fpm"));
        given.nameServer();
        try {
            var all = biller.ask(by("php-handler", "get-usage", "id", "wirt-php82-fpm"));
            assertThat(all.at("//domain[id='" + webspace.id() + "']/name")).isEqualTo(webspace.name());
            given.database.execute("update wirt.site set disabled = true where id = ?", webspace.id());
            assertThat(biller.ask(empty("php-handler", "get-usage")).numbers("//domain/id"))
                    .contains(own.id())
                    .doesNotContain(webspace.id());
            var his = new Biller(address(), reseller.username(), Given.PASSWORD);
            assertThat(his.ask(empty("php-handler", "get-usage")).numbers("//domain/id"))
                    .containsExactly(own.id());
            isRefused("1013", by("php-handler", "get-usage", "id", "nirgends"));
        } finally {
            given.noNameServer();
        }
    }
}
