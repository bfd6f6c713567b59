package org.wirt.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.Record;
import org.wirt.hosting.Service;
import org.wirt.hosting.Ticket;

/// Everybody who is signed in to the panel. A session stands and falls with the person's own account: a provider who
/// has logged in as a customer goes on looking after him while he is suspended, and when the customer is removed or
/// given away the room of sign-in makes the provider himself again.
public final class PanelSessions implements OpenSessions {

    /// A login that is switched off, or whose contract does not open the panel any more, counts as changed, so its
    /// session is outdated whatever its account is.
    private static final String OPEN = """
            select s.id, l.account_id as account, (not l.active or l.released or not wirt.may_enter(l.id))::integer as changed, l.username
            from wirt.session s join wirt.login l on l.id = s.login_id""";

    private final SystemRole system;

    public PanelSessions(DataSource dataSource) {
        this.system = new SystemRole(dataSource);
    }

    @Override
    public Service service() {
        return Service.PANEL;
    }

    @Override
    public Collection<? extends OpenSession> open() {
        return system.call(database -> database.fetch(OPEN).map(SignedIn::new));
    }

    private final class SignedIn implements OpenSession {

        private final UUID id;
        private final Ticket ticket;

        SignedIn(Record row) {
            this.id = row.get("id", UUID.class);
            this.ticket = new Ticket(
                    row.get("account", long.class),
                    row.get("changed", int.class),
                    0,
                    row.get("username", String.class));
        }

        @Override
        public Ticket ticket() {
            return ticket;
        }

        @Override
        public Optional<UUID> shared() {
            return Optional.of(id);
        }

        /// The row's end is told to every instance by the database.
        @Override
        public void end() {
            system.call(database -> database.execute("delete from wirt.session where id = ?", id));
        }
    }
}
