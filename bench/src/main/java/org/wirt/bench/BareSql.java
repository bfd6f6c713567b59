package org.wirt.bench;

import java.sql.Connection;
import java.sql.SQLException;

/// The limit: what PostgreSQL alone needs for the same rows, in the same role, in one transaction.
final class BareSql {

    private static final String ROWS =
            "select a.id, a.contact_name, a.company, a.email, a.reasons, a.created_at, l.username, n.text, "
                    + "c.subscriptions, c.domains, p.id, p.contact_name from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account p on p.id = a.provider_id left join wirt.note n on n.account_id = a.id "
                    + "left join wirt.account_counter c on c.account_id = a.id where a.kind = 'CUSTOMER' and not a.removed ";

    private final Connection app;

    BareSql(Connection app) throws SQLException {
        this.app = app;
        app.setAutoCommit(false);
    }

    int list(String more) throws SQLException {
        try (var role = app.prepareStatement(
                        "select set_config('role', 'wirt_admin', true), set_config('wirt.reseller', '1', true), "
                                + "set_config('wirt.account', '1', true)");
                var rows = app.prepareStatement(ROWS + more + " order by a.sort_name, a.id limit 51")) {
            role.execute();
            int n = 0;
            try (var result = rows.executeQuery()) {
                while (result.next()) n++;
            }
            app.commit();
            return n;
        }
    }

    /// One durable commit: what no suspension can be quicker than.
    void fsync() throws SQLException {
        try (var statement = app.prepareStatement(
                "insert into wirt.attempt (key, failures, last_at) values ('bench', 1, now()) on conflict (key) do update set failures = attempt.failures + 1")) {
            statement.execute();
            app.commit();
        }
    }
}
