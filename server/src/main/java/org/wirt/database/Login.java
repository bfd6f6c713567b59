package org.wirt.database;

/// Name and password of a database role.
public record Login(String user, String password) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "wirt_owner";
    public static final String APP = "wirt_app";

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
