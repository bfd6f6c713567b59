package org.wirt.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address letters go to, up to 255 characters. The part before the @ is ASCII and kept as typed; the domain may
/// have letters of any script and is kept the way people read it. Not unique: one person may hold several accounts.
public record EmailAddress(String text) {

    // The dot-atom of RFC 5322 3.2.3, at most 64 characters by RFC 5321 4.5.3.1.1.
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    public EmailAddress {
        text = Text.requiredLine(text, 255);
        int at = text.lastIndexOf('@');
        var local = text.substring(0, Math.max(at, 0));
        if (local.length() > 64 || !LOCAL.matcher(local).matches()) throw new InvalidValue("email-form");
        text = local + '@' + domainOf(text, at).display();
    }

    /// Empty text is no address.
    public static Optional<EmailAddress> optional(String typed) {
        var text = Text.line(typed, 255);
        return text.isEmpty() ? Optional.empty() : Optional.of(new EmailAddress(text));
    }

    private static DomainName domainOf(String text, int at) {
        try {
            return new DomainName(text.substring(at + 1));
        } catch (InvalidValue e) {
            var form = new InvalidValue("email-form");
            form.initCause(e);
            throw form;
        }
    }

    public DomainName domain() {
        return domainOf(text, text.lastIndexOf('@'));
    }

    /// The address as mail servers exchange it.
    public String ascii() {
        return text.substring(0, text.lastIndexOf('@') + 1) + domain().ascii();
    }

    /// What two spellings of the same address have in common.
    public String key() {
        return ascii().toLowerCase(Locale.ROOT);
    }
}
