package org.wirt.dialect;

import java.util.List;

/// Which names the dialect knows, for those who type them.
public final class Words {

    /// Permissions of other panels that Wirt has no meaning for: kept, and told again.
    public static final List<String> KEPT = List.of(
            "allow_insecure_sites",
            "select_db_server",
            "manage_protected_dirs",
            "manage_website_maintenance",
            "manage_phosting_ssi",
            "manage_phosting_php",
            "manage_phosting_cgi",
            "manage_phosting_perl",
            "manage_phosting_python",
            "manage_phosting_fastcgi",
            "manage_phosting_errdocs",
            "manage_phosting_ssl",
            "manage_phosting_webdeploy",
            "manage_php_safe_mode",
            "manage_not_chroot_shell",
            "manage_webapps",
            "manage_mail_autodiscover",
            "allow_account_local_backups",
            "allow_account_ftp_backups");

    /// The same of resellers alone.
    public static final List<String> KEPT_OF_RESELLERS = List.of("change_limits");

    private Words() {}

    /// Limits of older panels: taken, and of no meaning.
    public static List<String> oldLimits() {
        return TermWords.OLD_LIMITS;
    }

    public static List<String> limits(boolean reseller) {
        return TermWords.limitNames(reseller);
    }

    public static List<String> permissions(boolean reseller) {
        return TermWords.permissionNames(reseller);
    }

    public static boolean isLimit(String name) {
        return name.startsWith("ext_limit_")
                || limits(true).contains(name)
                || limits(false).contains(name)
                || TermWords.isOld(name);
    }

    public static boolean isPermission(String name) {
        return name.startsWith("ext_permission_")
                || permissions(true).contains(name)
                || KEPT.contains(name)
                || KEPT_OF_RESELLERS.contains(name);
    }
}
