package org.wirt.screens;

import java.util.List;

/// A screen of the panel and who looks at it. Words in braces in a path, such as `{customer}`, are the ids of something
/// that is there: [Ground].
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
            new Place("customer-message", "/bulk/customer.message?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-convert", "/bulk/customer.convert?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-move", "/bulk/customer.move?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-remove", "/bulk/customer.remove?id={customer}", Who.ADMINISTRATOR),
            new Place("customer-suspended", "/customers/{suspended}", Who.ADMINISTRATOR),
            new Place("customer-activate", "/bulk/customer.activate?id={suspended}", Who.ADMINISTRATOR),
            new Place(
                    "customers-suspend",
                    "/bulk/customer.suspend?id={customer}&id={other}&id={suspended}",
                    Who.ADMINISTRATOR),
            new Place(
                    "customers-move",
                    "/bulk/customer.move?id={customer}&id={other}&target={reseller}",
                    Who.ADMINISTRATOR),
            new Place("customers-convert", "/bulk/customer.convert?id={customer}&id={other}", Who.ADMINISTRATOR),
            new Place("subscription-new", "/subscriptions/new?customer={customer}", Who.ADMINISTRATOR),
            new Place("user-new", "/customers/{customer}/users/new", Who.ADMINISTRATOR),
            new Place("resellers", "/resellers", Who.ADMINISTRATOR),
            new Place("reseller-new", "/resellers/new", Who.ADMINISTRATOR),
            new Place("reseller", "/resellers/{reseller}", Who.ADMINISTRATOR),
            new Place("reseller-subscriptions", "/resellers/{reseller}/subscriptions", Who.ADMINISTRATOR),
            new Place("reseller-plan", "/bulk/reseller.plan?id={reseller}", Who.ADMINISTRATOR),
            new Place("reseller-convert", "/bulk/reseller.convert?id={reseller}", Who.ADMINISTRATOR),
            new Place("domains", "/domains", Who.ADMINISTRATOR),
            new Place("subscriptions", "/subscriptions", Who.ADMINISTRATOR),
            new Place("subscription", "/subscriptions/{subscription}", Who.ADMINISTRATOR),
            new Place("subscription-plan", "/bulk/subscription.plan?id={subscription}", Who.ADMINISTRATOR),
            new Place("subscription-subscriber", "/bulk/subscription.subscriber?id={subscription}", Who.ADMINISTRATOR),
            new Place("subscription-expiry", "/bulk/subscription.expiry?id={subscription}", Who.ADMINISTRATOR),
            new Place("site-new", "/subscriptions/{subscription}/sites/new", Who.ADMINISTRATOR),
            new Place("mailbox-new", "/subscriptions/{subscription}/mailboxes/new", Who.ADMINISTRATOR),
            new Place("plans", "/plans", Who.ADMINISTRATOR),
            new Place("plans-resellers", "/plans/resellers", Who.ADMINISTRATOR),
            new Place("plan-new", "/plans/new", Who.ADMINISTRATOR),
            new Place("plan", "/plans/{plan}", Who.ADMINISTRATOR),
            new Place("tools", "/tools", Who.ADMINISTRATOR),
            new Place("audit", "/audit", Who.ADMINISTRATOR),
            new Place("notifications", "/notifications", Who.ADMINISTRATOR),
            new Place("notification", "/notifications/status-changed", Who.ADMINISTRATOR),
            new Place("notification-text", "/notifications/status-changed/suspended/de", Who.ADMINISTRATOR),
            new Place("messages", "/messages", Who.ADMINISTRATOR),
            new Place("message", "/messages/{message}", Who.ADMINISTRATOR),
            new Place("jobs", "/jobs", Who.ADMINISTRATOR),
            new Place("job", "/jobs/{job}", Who.ADMINISTRATOR),
            new Place("recycle-bin", "/recycle-bin", Who.ADMINISTRATOR),
            new Place("nothing-there", "/customers/999999999", Who.ADMINISTRATOR),
            new Place("quick", "/quick?q=gasthof", Who.ADMINISTRATOR),
            new Place("account", "/account", Who.ADMINISTRATOR),
            new Place("reseller-home", "/", Who.RESELLER),
            new Place("reseller-customers", "/customers", Who.RESELLER),
            new Place("reseller-customer", "/customers/{customer}", Who.RESELLER),
            new Place("reseller-plans", "/plans", Who.RESELLER),
            new Place("reseller-subscriptions-list", "/subscriptions", Who.RESELLER),
            new Place("reseller-notifications", "/notifications", Who.RESELLER),
            new Place("reseller-notification", "/notifications/reset-requested", Who.RESELLER),
            new Place("reseller-notification-text", "/notifications/reset-requested/reset/de", Who.RESELLER),
            new Place("reseller-resources", "/resources", Who.RESELLER),
            new Place("panel-websites", "/websites", Who.CUSTOMER),
            new Place("panel-mail", "/mail", Who.CUSTOMER),
            new Place("panel-ftp", "/ftp", Who.CUSTOMER),
            new Place("panel-users", "/users", Who.CUSTOMER),
            new Place("panel-user-new", "/users/new", Who.CUSTOMER),
            new Place("panel-user", "/users/{user}", Who.CUSTOMER),
            new Place("panel-account", "/account", Who.CUSTOMER),
            new Place("panel-contact", "/account/contact", Who.CUSTOMER));
}
