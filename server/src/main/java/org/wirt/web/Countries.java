package org.wirt.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Option;

/// All countries in the reader's language and order, with an empty choice first.
final class Countries {

    private Countries() {}

    static List<Option> of(Texts t) {
        var order = Collator.getInstance(t.locale());
        var countries = new ArrayList<Option>();
        for (var code : Locale.getISOCountries()) {
            countries.add(new Option(code, Locale.of("", code).getDisplayCountry(t.locale())));
        }
        countries.sort(Comparator.comparing(Option::label, order));
        countries.addFirst(new Option("", "–"));
        return countries;
    }
}
