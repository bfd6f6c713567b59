package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Resellers by name, for choosing one.
@Component
public class Resellers {

    /// Up to here a plain select is comfortable.
    public static final int MANY = 100;

    /// @param name the contact name
    public record Named(long id, String name, String company, String username) {}

    private final DSLContext database;

    Resellers(DSLContext database) {
        this.database = database;
    }

    public List<Named> names(int limit) {
        return names("", limit);
    }

    /// Those whose name or company contains the text, however it is accented or capitalised.
    public List<Named> names(String text, int limit) {
        var wanted = text.replace("\0", "");
        return database.resultQuery(
                        "select a.id, a.contact_name, a.company, l.username "
                                + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner where kind = 'RESELLER' and not removed "
                                + "and (? = '' or position(wirt.plain(?) in wirt.plain(a.contact_name || ' ' || company)) > 0) "
                                + "order by sort_name, a.id limit ?",
                        wanted,
                        wanted,
                        limit)
                .fetch(r -> new Named(
                        r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class), r.get(3, String.class)));
    }
}
