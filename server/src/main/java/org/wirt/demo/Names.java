package org.wirt.demo;

import java.util.List;

/// Who the demo's people are: the same number is always the same person.
final class Names {

    private static final List<Name> FIRST = List.of(
            new Name("Gasthof Adler", "Gasthof Adler OHG", "gasthof-adler", "Freiburg", "79098", "DE"),
            new Name("Müller & Söhne", "Müller & Söhne GmbH", "müller-söhne", "Nürnberg", "90402", "DE"),
            new Name("Bäckerei Strauß", "Bäckerei Strauß KG", "baeckerei-strauss", "Fürth", "90762", "DE"),
            new Name("Zoë Brontë", "", "zoe-bronte", "Leeds", "LS1 4AP", "GB"),
            new Name("Tischlerei Yıldız", "Tischlerei Yıldız", "tischlerei-yildiz", "Köln", "50667", "DE"),
            new Name(
                    "Praxis Dr. Weiß", "Gemeinschaftspraxis Dr. Weiß & Kollegen", "praxis-weiss", "Graz", "8010", "AT"),
            new Name("Café François", "Café François SARL", "cafe-francois", "Strasbourg", "67000", "FR"),
            new Name("Fahrrad Öztürk", "Fahrrad Öztürk e. K.", "fahrrad-oeztuerk", "Münster", "48143", "DE"),
            new Name("Søren Ødegård", "Ødegård Design", "odegard-design", "Bergen", "5003", "NO"),
            new Name("Kanzlei Größl", "Kanzlei Größl Rechtsanwälte", "kanzlei-groessl", "Passau", "94032", "DE"),
            new Name("Blumen Fröhlich", "Blumen Fröhlich", "blumen-froehlich", "Zürich", "8001", "CH"),
            new Name("Åsa Nyström", "Nyström Konsult AB", "nystrom-konsult", "Göteborg", "411 03", "SE"),
            new Name("Weingut Jägerhof", "Weingut Jägerhof GbR", "weingut-jägerhof", "Würzburg", "97070", "DE"),
            new Name("Łukasz Wójcik", "", "lukasz-wojcik", "Wrocław", "50-001", "PL"),
            new Name("Physio am Schloß", "Physio am Schloß PartG", "physio-am-schloss", "Karlsruhe", "76131", "DE"),
            new Name("Miguel Ibáñez", "Ibáñez Viajes S.L.", "ibanez-viajes", "Málaga", "29001", "ES"));

    private static final List<String> GIVEN = List.of(
            "Anna",
            "Jürgen",
            "Sabine",
            "Björn",
            "Käthe",
            "Thomas",
            "Ayşe",
            "Müge",
            "Günther",
            "Élise",
            "Paul",
            "Zeynep",
            "Ingrid",
            "Jörg",
            "Chloé",
            "Wolfgang",
            "Renée",
            "Matthias",
            "Hélène",
            "Stefan",
            "Özlem",
            "Karl",
            "Beatrix",
            "Søren",
            "Lena",
            "Marek",
            "Núria",
            "Dörte",
            "Friedrich",
            "Agnieszka",
            "Rainer",
            "Inês",
            "Bärbel",
            "Tomáš",
            "Ulrike",
            "Mehmet",
            "Sigrún");
    private static final List<String> FAMILY = List.of(
            "Köhler",
            "Schäfer",
            "Müller",
            "Weiß",
            "Groß",
            "Krüger",
            "Böhm",
            "Jäger",
            "Schröder",
            "Vögele",
            "Lefèvre",
            "Novák",
            "García",
            "Öztürk",
            "Yılmaz",
            "Håkansson",
            "Günther",
            "Brückner",
            "Hübner",
            "Kästner",
            "Löwe",
            "Nuñez",
            "Pfäffle",
            "Roßmann",
            "Süß",
            "Thoß",
            "Übelacker",
            "Voß",
            "Wörner",
            "Zöllner",
            "Bauer",
            "Fischer",
            "Hofmann",
            "Kowalski",
            "Richter",
            "Schneider",
            "Wagner",
            "Lindqvist",
            "O’Brien",
            "Silva",
            "Rossi");
    private static final List<String> TRADE = List.of(
            "Tischlerei",
            "Bäckerei",
            "Autohaus",
            "Kanzlei",
            "Praxis",
            "Gärtnerei",
            "Friseur",
            "Elektro",
            "Metzgerei",
            "Architekturbüro",
            "Gasthaus",
            "Buchhandlung",
            "Optik",
            "Fotostudio",
            "Dachdeckerei",
            "Reisebüro",
            "Steuerbüro",
            "Yogastudio",
            "Brauerei");
    private static final List<String[]> PLACES = List.of(
            new String[] {"München", "80331", "DE"},
            new String[] {"Hamburg", "20095", "DE"},
            new String[] {"Düsseldorf", "40213", "DE"},
            new String[] {"Wien", "1010", "AT"},
            new String[] {"Lübeck", "23552", "DE"},
            new String[] {"Genève", "1201", "CH"},
            new String[] {"Osnabrück", "49074", "DE"},
            new String[] {"Leipzig", "04109", "DE"},
            new String[] {"Tübingen", "72070", "DE"},
            new String[] {"København", "1050", "DK"},
            new String[] {"Saarbrücken", "66111", "DE"});
    private static final List<String> RESELLERS = List.of(
            "Webhaus Nord",
            "Alpenhost",
            "Agentur Grün",
            "Klickwerk",
            "Studio Übersee",
            "Netzmeister",
            "Pixel & Söhne",
            "Hosting Böhmerwald");

    private Names() {}

    static Name customer(int number) {
        if (number < FIRST.size()) return FIRST.get(number);
        int n = number - FIRST.size();
        var family = FAMILY.get(n % FAMILY.size());
        var person = GIVEN.get(n % GIVEN.size()) + " " + family;
        var trade = n % 3 == 0 ? "" : TRADE.get(n % TRADE.size()) + " " + family;
        var place = PLACES.get(n % PLACES.size());
        return new Name(person, trade, Name.plain(trade.isEmpty() ? person : trade), place[0], place[1], place[2]);
    }

    static Name reseller(int number) {
        var place = PLACES.get(number % PLACES.size());
        var name =
                number < RESELLERS.size() ? RESELLERS.get(number) : "Webagentur " + FAMILY.get(number % FAMILY.size());
        return new Name(name, name + " GmbH", Name.plain(name), place[0], place[1], place[2]);
    }
}
