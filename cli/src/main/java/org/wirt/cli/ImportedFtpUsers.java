package org.wirt.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// FTP users of a subscription beside the one whose files they are.
record ImportedFtpUsers(Crossing crossing) {

    private static final String KIND = "ftp-user";

    /// @param number of the subscription here; empty: it would be made
    /// @param fresh  nothing of it can be here
    void take(Node webspace, String number, String name, boolean fresh) {
        var users = crossing.told(KIND, KIND, Crossing.on("get", "webspace-id", webspace.text("id")), name).stream()
                .filter(one -> !one.text("name").isEmpty())
                .toList();
        if (users.isEmpty()) return;
        var present = fresh ? Set.<String>of() : present(number);
        for (var user : users) {
            var login = user.text("name");
            if (present.contains(login)) crossing.present(KIND, user, login, "");
            else crossing.make(KIND, user, login, () -> made(user, login, number));
        }
    }

    private Set<String> present(String number) {
        var names = new HashSet<String>();
        for (var one : crossing.ours(KIND, Crossing.on("get", "webspace-id", number))) names.add(one.text("name"));
        return names;
    }

    private Node made(Node user, String login, String number) throws Packets.Refused {
        var password = NewPasswords.fresh();
        var add = new Node("add").add("name", login).add("password", password).add("home", user.text("home"));
        add.add("create-non-existent", "true");
        // What is said of neither quota nor rights is refused by nobody.
        if (!List.of("", "-1", "0").contains(user.text("quota"))) add.add("quota", user.text("quota"));
        if (user.part("permissions").text("write").equals("false")) Crossing.copy(user, add, "permissions");
        var made = crossing.here.one(KIND, add.add("webspace-id", number));
        crossing.passwords.note("ftp", login, password);
        return made;
    }
}
