package org.wirt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Kind;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Plan;
import org.wirt.plan.Sizes;
import org.wirt.plan.Unit;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.PlanPage;

/// The form of a plan: every limit and permission of the catalogue that its kind can have.
@Component
class PlanForms {

    /// Nothing is permitted until somebody says so, and nothing is limited further than by what the plan's owner can
    /// give.
    ///
    /// @param most what he holds himself
    Form fresh(Limits most, Locale reader) {
        var values = new HashMap<String, String>();
        limits(values, most, reader);
        values.put("permission." + Catalogue.PANEL_ACCESS, "true");
        values.put("allApps", "true");
        values.put("overuse", Overuse.NOT_ALLOWED.name());
        return Form.of(values);
    }

    Form of(Plan plan, Locale reader) {
        var values = new HashMap<String, String>();
        var terms = plan.terms();
        values.put("name", plan.name());
        limits(values, terms.limits(), reader);
        for (var key : Catalogue.permissions()) {
            if (terms.permissions().allow(key.name())) values.put("permission." + key.name(), "true");
        }
        switch (terms.apps()) {
            case Apps.All() -> values.put("allApps", "true");
            case Apps.Named named -> values.put("apps", String.join(", ", named.sorted()));
        }
        terms.validityDays().ifPresent(days -> values.put("validity", days.toString()));
        values.put("overuse", terms.overuse().name());
        if (terms.oversell()) values.put("oversell", "true");
        return new Form(values, Map.of(), String.valueOf(plan.changed()));
    }

    private static void limits(Map<String, String> values, Limits limits, Locale reader) {
        for (var key : Catalogue.limits()) {
            values.put("unit." + key.name(), "GB");
            if (limits.isUnlimited(key)) {
                values.put("unlimited." + key.name(), "true");
                continue;
            }
            var written = Sizes.write(key.unit(), limits.of(key), reader);
            values.put("limit." + key.name(), written.number());
            if (!written.unit().isEmpty()) values.put("unit." + key.name(), written.unit());
        }
    }

    ModelAndView page(Visit visit, Frame frame, String title, String action, Kind kind, Form form, int bound) {
        var t = visit.t();
        var view = new PlanPage(
                frame,
                title,
                action,
                kind.name(),
                form,
                limits(t, kind, form),
                permissions(t, kind, form),
                overuse(t),
                kind == Kind.RESELLER,
                bound,
                kind == Kind.HOSTING ? "/plans" : "/plans/resellers");
        return new ModelAndView("plan/form", "page", view);
    }

    private static List<PlanPage.Limit> limits(Texts t, Kind kind, Form form) {
        var limits = new ArrayList<PlanPage.Limit>();
        for (var key : Catalogue.limits()) {
            if (!kind.has(key.scope())) continue;
            var field = Field.text("limit." + key.name(), t.of("limit." + key.name()))
                    .from(form)
                    .autocomplete("off");
            limits.add(new PlanPage.Limit(
                    key.name(),
                    field,
                    Sizes.hasUnits(key.unit()) ? Sizes.UNITS : List.of(),
                    form.value("unit." + key.name()),
                    suffix(t, key.unit()),
                    form.ticked("unlimited." + key.name())));
        }
        return limits;
    }

    private static String suffix(Texts t, Unit unit) {
        return switch (unit) {
            case COUNT, BYTES -> "";
            case BYTES_PER_MONTH -> t.of("web.per-month");
            case BYTES_PER_SECOND -> t.of("web.per-second");
            case MESSAGES_PER_HOUR -> t.of("web.per-hour");
            case PERCENT -> "%";
        };
    }

    private static List<Field> permissions(Texts t, Kind kind, Form form) {
        return Catalogue.permissions().stream()
                .filter(key -> kind.has(key.scope()))
                .map(key -> Field.of("checkbox", "permission." + key.name(), t.of("permission." + key.name()))
                        .from(form))
                .toList();
    }

    static List<Option> overuse(Texts t) {
        return List.of(
                new Option("NOT_ALLOWED", t.of("overuse.not_allowed")),
                new Option("DISK_AND_TRAFFIC", t.of("overuse.disk_and_traffic")),
                new Option("ALLOWED", t.of("overuse.allowed")));
    }
}
