package org.wirt.demo;

import java.util.List;
import java.util.Map;

/// Streets and telephone numbers as they are written where the demo's people live.
///
/// @param streets with `%d` for the number of the house
/// @param phone   with `#` for digits that differ
record Whereabouts(List<String> streets, String phone) {

    private static final Whereabouts GERMAN = new Whereabouts(
            List.of("Hauptstraße %d", "Bahnhofstraße %d", "Gartenweg %d", "Am Markt %d", "Lindenallee %d"),
            "+49 2## ######");

    private static final Map<String, Whereabouts> BY_COUNTRY = Map.of(
            "AT", new Whereabouts(List.of("Hauptplatz %d", "Ringstraße %d", "Kirchengasse %d"), "+43 1 #######"),
            "CH", new Whereabouts(List.of("Bahnhofstrasse %d", "Seestrasse %d"), "+41 44 ### ## ##"),
            "DK", new Whereabouts(List.of("Vestergade %d", "Nørregade %d", "Strandvejen %d"), "+45 33 ## ## ##"),
            "ES", new Whereabouts(List.of("Calle Mayor, %d", "Avenida de Andalucía, %d"), "+34 952 ## ## ##"),
            "FR", new Whereabouts(List.of("%d rue de la Gare", "%d place de l’Église"), "+33 3 88 ## ## ##"),
            "GB", new Whereabouts(List.of("%d High Street", "%d Station Road"), "+44 113 496 0###"),
            "NO", new Whereabouts(List.of("Storgata %d", "Kirkegata %d"), "+47 55 ## ## ##"),
            "PL", new Whereabouts(List.of("ul. Długa %d", "ul. Ogrodowa %d"), "+48 71 ### ## ##"),
            "SE", new Whereabouts(List.of("Storgatan %d", "Kyrkogatan %d"), "+46 31 ### ## ##"));

    private static final Whereabouts GENEVA =
            new Whereabouts(List.of("Rue du Rhône %d", "Rue de Lausanne %d"), "+41 22 ### ## ##");

    static Whereabouts of(Name name) {
        return name.city().equals("Genève") ? GENEVA : BY_COUNTRY.getOrDefault(name.country(), GERMAN);
    }

    String street(int number) {
        return streets.get(number % streets.size()).formatted(1 + number % 120);
    }

    String phone(int number) {
        long digits = 7_919L * (number + 1_237L);
        var written = new StringBuilder();
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c != '#') {
                written.append(c);
                continue;
            }
            written.append(digits % 10);
            digits = digits / 10 + digits % 7 * 100_000;
        }
        return written.toString();
    }
}
