package org.wirt.web.ui;

import java.util.List;
import java.util.Locale;
import org.wirt.speech.Texts;

/// What quick navigation found, grouped by kind.
public record QuickResults(Texts t, String query, List<Group> groups) {

    public record Group(String label, String icon, List<Hit> hits) {}

    /// @param path provider › customer, above the object
    /// @param from where the typed text begins in the label, and where it ends; both 0 where it stands elsewhere
    public record Hit(String label, String href, String path, int from, int to) {

        public Hit(String label, String href, String path) {
            this(label, href, path, 0, 0);
        }

        public static Hit of(String label, String href, String path, String typed) {
            int from = label.toLowerCase(Locale.ROOT).indexOf(typed.toLowerCase(Locale.ROOT));
            return from < 0 || from + typed.length() > label.length()
                    ? new Hit(label, href, path)
                    : new Hit(label, href, path, from, from + typed.length());
        }

        public String before() {
            return label.substring(0, from);
        }

        public String marked() {
            return label.substring(from, to);
        }

        public String after() {
            return label.substring(to);
        }
    }
}
