package org.wirt.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirt.account.Contact;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.web.ui.ContactPage;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.Option;

/// The contact form: filled from what is saved, and when a colleague was faster, with both versions side by side. The
/// form carries along what it was filled from (`was.<field>`), so that a field only the other one touched is preset to
/// his version.
final class ContactForms {

    private ContactForms() {}

    static Form filled(Contact contact) {
        var values = new LinkedHashMap<>(contact.values());
        contact.values().forEach((field, value) -> values.put("was." + field, value));
        return new Form(values, Map.of(), String.valueOf(contact.changed()));
    }

    /// The parameters to try: where somebody chose the saved version, that one.
    static Map<String, List<String>> chosen(Visit visit, Contact saved) {
        var parameters = new LinkedHashMap<>(visit.parameters());
        for (var field : saved.values().keySet()) {
            if (visit.parameter("keep." + field).equals("theirs")) parameters.put(field, List.of(saved.value(field)));
        }
        return parameters;
    }

    static boolean isConflict(List<Refusal> refusals) {
        return refusals.stream().anyMatch(r -> r.code().equals("changed-meanwhile"));
    }

    /// What somebody else saved meanwhile, where it differs from what was typed.
    static Map<String, String> theirs(Visit visit, Contact saved) {
        var theirs = new LinkedHashMap<String, String>();
        saved.values().forEach((field, value) -> {
            if (visit.request().getParameter(field) != null
                    && !visit.parameter(field).replace("\r\n", "\n").equals(value)) theirs.put(field, value);
        });
        return theirs;
    }

    static Form again(Visit visit, Contact saved, List<Refusal> refusals) {
        var t = visit.t();
        var typed = new LinkedHashMap<>(Words.firsts(visit.parameters()));
        if (!isConflict(refusals)) return Words.form(t, typed, refusals, visit.parameter("version"));
        for (var field : saved.values().keySet()) {
            boolean untouched = visit.parameter(field).equals(visit.parameter("was." + field));
            typed.put("keep." + field, untouched ? "theirs" : "yours");
        }
        return Words.form(t, typed, List.of(), String.valueOf(saved.changed()));
    }

    static ContactPage page(
            Frame frame,
            Texts t,
            String action,
            String name,
            boolean own,
            Form form,
            Map<String, String> theirs,
            String back) {
        return new ContactPage(frame, action, name, own, form, Countries.of(t), languages(), zones(), theirs, back);
    }

    private static List<Option> languages() {
        return List.of(new Option("de", "Deutsch"), new Option("en", "English"));
    }

    private static List<Option> zones() {
        var zones = new ArrayList<Option>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .forEach(zone -> zones.add(new Option(zone, zone.replace('_', ' '))));
        zones.addFirst(new Option("UTC", "UTC"));
        return zones;
    }
}
