package org.wirt.subscription;

import org.wirt.value.Username;

/// A username as a form may choose one: 3 to 60 characters, first a letter.
record ChosenUsername(String text) {

    ChosenUsername {
        text = Username.chosen(text).text();
    }

    Username username() {
        return new Username(text);
    }
}
