package org.wirt.access;

/// Where in the tree of accounts somebody stands; the order is that of rights.
public enum Level {
    CUSTOMER,
    RESELLER,
    ADMINISTRATOR;

    public boolean reaches(Level needed) {
        return compareTo(needed) >= 0;
    }
}
