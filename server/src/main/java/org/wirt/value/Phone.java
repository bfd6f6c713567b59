package org.wirt.value;

import java.util.regex.Pattern;

/// A telephone or fax number as people write it, up to 30 characters; may be empty. Dialects write anything into it.
public record Phone(String text) {

    private static final Pattern FORM = Pattern.compile("[-+0-9 ()/]*[0-9][-+0-9 ()/]*|");

    public Phone {
        text = Text.line(text, 30).replaceAll("\\p{Zs}", " ").replaceAll("[\u2010-\u2015]", "-");
        if (Manner.isHouse() && !FORM.matcher(text).matches()) throw new InvalidValue("phone-form");
    }
}
