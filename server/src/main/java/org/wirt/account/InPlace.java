package org.wirt.account;

/// Who is not gone: neither in the recycle bin himself nor below somebody who is. As words of SQL, which look those
/// who are gone up once, not row by row, so that it stays quick where all are counted.
public final class InPlace {

    private InPlace() {}

    /// With a reseller all below him is gone too; it comes back with him.
    ///
    /// @param row the alias of rows that name their realm
    public static String below(String row) {
        return row + ".reseller_id <> all(array(select id from wirt.account where kind = 'RESELLER' and removed))";
    }

    /// @param row the alias of accounts
    public static String account(String row) {
        return "not " + row + ".removed and " + below(row);
    }
}
