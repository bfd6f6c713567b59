package org.wirt.screens;

import java.util.List;

/// A screen of the panel and who looks at it. `{customer}`, `{reseller}`, `{subscription}` and `{plan}` in a path are
/// the
/// ids of something that is there.
///
/// @param name of its picture
record Place(String name, String path, Who who) {

    enum Who {
        NOBODY,
        ADMINISTRATOR,
        RESELLER,
        CUSTOMER
    }

    static final List<Place> ALL = List.of(
            new Place("sign-in", "/sign-in", Who.NOBODY),
            new Place("forgot-password", "/forgot-password", Who.NOBODY),
            new Place("home", "/", Who.ADMINISTRATOR),
            new Place("customers", "/customers", Who.ADMINISTRATOR),
            new Place("customers-filter", "/customers?filter=open&status=suspended", Who.ADMINISTRATOR),
            new Place("customers-nothing", "/customers?q=zzzzzz", Who.ADMINISTRATOR),
            new Place("customer-new", "/customers/new", Who.ADMINISTRATOR),
            new Place("customer", "/customers/{customer}", Who.ADMINISTRATOR),
            new Place("customer-domains", "/customers/{customer}/domains", Who.ADMINISTRATOR),
            new Place("customer-users", "/customers/{customer}/users", Who.ADMINISTRATOR),
            new Place("customer-activity", "/customers/{customer}/activity", Who.ADMINISTRATOR),
            new Place("customer-contact", "/customers/{customer}/contact", Who.ADMINISTRATOR),
            new Place("customer-login", "/customers/{customer}/login", Who.ADMINISTRATOR),
            new Place("customer-description", "/customers/{customer}/description", Who.ADMINISTRATOR),
            new Place("customer-suspend", "/bulk/customer.suspend?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-convert", "/bulk/customer.convert?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-move", "/bulk/customer.move?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-remove", "/bulk/customer.remove?id={customer}", Who.ADMINISTRATOR),
            new Place("resellers", "/resellers", Who.ADMINISTRATOR),
            new Place("reseller-new", "/resellers/new", Who.ADMINISTRATOR),
            new Place("reseller", "/resellers/{reseller}", Who.ADMINISTRATOR),
            new Place("domains", "/domains", Who.ADMINISTRATOR),
            new Place("subscriptions", "/subscriptions", Who.ADMINISTRATOR),
            new Place("subscription", "/subscriptions/{subscription}", Who.ADMINISTRATOR),
            new Place("plans", "/plans", Who.ADMINISTRATOR),
            new Place("plan", "/plans/{plan}", Who.ADMINISTRATOR),
            new Place("tools", "/tools", Who.ADMINISTRATOR),
            new Place("audit", "/audit", Who.ADMINISTRATOR),
            new Place("messages", "/messages", Who.ADMINISTRATOR),
            new Place("jobs", "/jobs", Who.ADMINISTRATOR),
            new Place("recycle-bin", "/recycle-bin", Who.ADMINISTRATOR),
            new Place("account", "/account", Who.ADMINISTRATOR),
            new Place("reseller-home", "/", Who.RESELLER),
            new Place("reseller-customers", "/customers", Who.RESELLER),
            new Place("reseller-resources", "/resources", Who.RESELLER),
            new Place("panel-websites", "/websites", Who.CUSTOMER),
            new Place("panel-mail", "/mail", Who.CUSTOMER),
            new Place("panel-ftp", "/ftp", Who.CUSTOMER),
            new Place("panel-users", "/users", Who.CUSTOMER),
            new Place("panel-account", "/account", Who.CUSTOMER));
}
