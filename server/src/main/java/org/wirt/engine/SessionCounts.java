package org.wirt.engine;

import java.util.List;
import java.util.Set;
import org.wirt.hosting.OpenSessionCounts;
import org.wirt.hosting.Service;
import org.wirt.hosting.Ticket;

/// Counts what the products of this instance have open.
final class SessionCounts implements OpenSessionCounts {

    private final List<OpenSessions> products;

    SessionCounts(List<OpenSessions> products) {
        this.products = List.copyOf(products);
    }

    @Override
    public int of(Set<Long> accounts, Set<Long> subscriptions) {
        int number = 0;
        for (var product : products) {
            for (var session : product.open()) {
                if (concerns(product.service(), session.ticket(), accounts, subscriptions)) number++;
            }
        }
        return number;
    }

    private static boolean concerns(Service service, Ticket ticket, Set<Long> accounts, Set<Long> subscriptions) {
        return service == Service.PANEL
                ? accounts.contains(ticket.object())
                : subscriptions.contains(ticket.subscription());
    }
}
