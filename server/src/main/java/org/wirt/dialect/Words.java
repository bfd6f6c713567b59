package org.wirt.dialect;

import java.util.List;

/// Which names the dialect knows, for those who type them.
public final class Words {

    private Words() {}

    public static List<String> limits(boolean reseller) {
        return TermWords.limitNames(reseller);
    }

    public static List<String> permissions(boolean reseller) {
        return TermWords.permissionNames(reseller);
    }

    public static boolean isLimit(String name) {
        return name.startsWith("ext_limit_") || limits(true).contains(name) || TermWords.isOld(name);
    }

    public static boolean isPermission(String name) {
        return name.startsWith("ext_permission_") || permissions(true).contains(name);
    }
}
