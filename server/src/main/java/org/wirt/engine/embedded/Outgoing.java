package org.wirt.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.Ticket;

/// One message of a customer. Every step asks again whether the account is live, so that a session from before the
/// suspension sends nothing.
final class Outgoing implements MessageHandler {

    private final NodeViews views;
    private final Postroom postroom;
    private final Optional<Relay> relay;
    private final @Nullable Ticket ticket;
    private final Set<String> here = new LinkedHashSet<>();
    private final Set<String> elsewhere = new LinkedHashSet<>();
    private String sender = "";

    Outgoing(NodeViews views, Postroom postroom, Optional<Relay> relay, @Nullable Ticket ticket) {
        this.views = views;
        this.postroom = postroom;
        this.relay = relay;
        this.ticket = ticket;
    }

    @Override
    public void from(String from) throws RejectException {
        var who = live();
        if (!who.who().equalsIgnoreCase(from) && !forwards(from, who))
            throw new RejectException(553, "5.7.1 Sender must be the address you signed in with");
        sender = from;
    }

    /// Whoever gets an address's mail in the same subscription may write as that address.
    private boolean forwards(String address, Ticket who) throws RejectException {
        return Postroom.asked(() -> views.forward(address))
                .filter(forward -> forward.subscription() == who.subscription())
                .filter(forward -> forward.targets().contains(who.who().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    @Override
    public void recipient(String address) throws RejectException {
        live();
        if (postroom.local(address)) {
            postroom.recipients(address);
            here.add(address);
        } else if (relay.isPresent()) elsewhere.add(address);
        else throw new RejectException(550, "5.7.1 This server sends no mail to other servers (no relay is set)");
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        var message = Postroom.message(data);
        live();
        var users = postroom.ready(here, message);
        if (!elsewhere.isEmpty() && relay.isPresent()) relay.get().send(sender, elsewhere, message);
        postroom.deliver(sender, users, message);
        return "2.0.0 Sent";
    }

    @Override
    public void done() {}

    private Ticket live() throws RejectException {
        var known = ticket;
        if (known == null) throw new RejectException(530, "5.7.0 Authentication required");
        if (!Postroom.asked(() -> views.valid(Service.SUBMISSION, known)))
            throw new RejectException(554, "5.7.1 Account suspended");
        return known;
    }
}
