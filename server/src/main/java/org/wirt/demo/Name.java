package org.wirt.demo;

import java.text.Normalizer;
import java.util.Locale;

/// Somebody of the demo.
///
/// @param contact the contact name
/// @param trade the company, empty for a private person
/// @param domain the first label of his domains, letters of any script
record Name(String contact, String trade, String domain, String city, String postalCode, String country) {

    /// What username, system user and mail address are made of.
    String plain() {
        return plain(contact);
    }

    static String plain(String text) {
        var german = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ı", "i")
                .replace("ł", "l");
        return Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
