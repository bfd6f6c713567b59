package org.wirt.web;

import org.wirt.access.Level;

/// Where a deed comes back to.
final class Ways {

    private Ways() {}

    /// The list of a kind of object, for deeds that were not told. The administrator has no additional users himself;
    /// he
    /// finds them with his customers.
    static String list(Visit visit, String object) {
        if (object.equals("user") && visit.level() == Level.ADMINISTRATOR) return "/customers";
        return "/" + object + "s";
    }

    /// After a removal there is no page of the object to come back to.
    static String after(Visit visit, String verb, String object, long id) {
        var way = visit.returnTo(list(visit, object));
        var page = "/" + object + "s/" + id;
        boolean gone = verb.endsWith(".remove") && (way + "/").replace('?', '/').startsWith(page + "/");
        return gone ? list(visit, object) : way;
    }
}
