package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;
import org.wirt.dialect.Words;

/// Limits, permissions and hosting properties among the options of a command, as nodes of the dialect.
final class Conditions {

    /// Properties whose option is spelled otherwise.
    private static final Map<String, String> PROPERTIES =
            Map.of("err_docs", "errdocs", "webstat_protdir", "webstat_protected", "quota", "ftp_quota");

    /// Properties that are sizes.
    private static final Set<String> SIZES = Set.of("ftp_quota");

    private static final String KEPT = "permission; kept, true or false";

    private Conditions() {}

    /// What each of them means, for lists of options.
    static Map<String, String> options(boolean reseller) {
        var all = new LinkedHashMap<String, String>();
        for (var limit : Words.limits(reseller)) all.put(limit, "limit; -1 is unlimited, sizes take B, K, M, G, T");
        for (var permission : Words.permissions(reseller)) all.put(permission, "permission; true or false");
        for (var limit : Words.oldLimits()) all.put(limit, "of older panels; taken, and of no meaning");
        for (var permission : Words.KEPT) all.put(permission, KEPT);
        if (reseller) for (var permission : Words.KEPT_OF_RESELLERS) all.put(permission, KEPT);
        all.put("ext_limit_*", "kept");
        all.put("ext_permission_*", "kept; true or false");
        all.put(
                "expiration",
                "limit; how long in seconds (plans), or until when in seconds since 1970; -1 is without end");
        all.put("overuse", "what happens above a limit; block, notify, normal, not_suspend or not_suspend_notify");
        return all;
    }

    /// Adds nodes `limits` and `permissions` where any are given.
    static void write(Line line, Element node) {
        var limits = new Element("limits");
        var permissions = new Element("permissions");
        line.option("overuse").ifPresent(word -> limits.add("overuse", word));
        line.options().forEach((option, value) -> {
            var name = known(option);
            if (Words.isLimit(name))
                limits.add(new Element("limit").add("name", name).add("value", Sizes.read(value)));
            else if (Words.isPermission(name))
                permissions.add(new Element("permission").add("name", name).add("value", Line.bool(value)));
        });
        if (!limits.children().isEmpty()) node.add(limits);
        if (!permissions.children().isEmpty()) node.add(permissions);
    }

    /// Both spellings occur; the dialect's names have underscores.
    private static String known(String option) {
        var name = option.replace('-', '_');
        return Words.isLimit(name) || Words.isPermission(name) ? name : option;
    }

    static Element property(String option, String value) {
        var name = PROPERTIES.getOrDefault(option, option);
        if (name.contains("passw")) throw Failed.invalid("Not a property of hosting: " + option);
        return new Element("property").add("name", name).add("value", SIZES.contains(name) ? Sizes.read(value) : value);
    }

    static Sheet tell(Element from, Sheet sheet) {
        for (var limit : from.part("limits").all("limit")) sheet.row(limit.text("name"), limit.text("value"));
        for (var permission : from.part("permissions").all("permission"))
            sheet.row(permission.text("name"), permission.text("value"));
        return sheet;
    }
}
