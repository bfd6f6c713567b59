package org.wirt.restv2;

import org.wirt.dialect.Element;

/// What was made or changed.
record Made(long id, String guid) {

    static Made of(Element result) {
        return new Made(Long.parseLong(result.text("id")), result.text("guid"));
    }
}
