package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;
import org.wirt.hosting.DnsType;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;

/// The forms that add a record to the DNS of a domain and change one.
@Controller
class DnsFormsController {

    private static final int LONGEST_VALUE = 4000;

    private final HostingForms forms;
    private final DnsRecords records;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    DnsFormsController(HostingForms forms, DnsRecords records, Deeds deeds, ScopedTransaction transaction) {
        this.forms = forms;
        this.records = records;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}/dns/new")
    ModelAndView add(Visit visit, @PathVariable long id) {
        return addForm(visit, id, Form.of(Map.of("site", visit.parameter("site"))));
    }

    @PostMapping("/subscriptions/{id}/dns/new")
    ModelAndView added(Visit visit, @PathVariable long id) {
        var wrong = deeds.tried(visit, "dns.create", id, visit.parameters());
        if (!wrong.isEmpty()) return Deeds.conflict(addForm(visit, id, Deeds.again(visit, wrong)));
        visit.say(Flash.done(visit.t().of("web.dns.added")));
        return new ModelAndView("redirect:" + visit.returnTo(page(visit, id)));
    }

    @GetMapping("/dns/{id}")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var record = find(visit, id);
        return changeForm(visit, record, Form.of(record.saved()));
    }

    @PostMapping("/dns/{id}")
    ModelAndView changed(Visit visit, @PathVariable long id) {
        var record = find(visit, id);
        var wrong = deeds.tried(visit, "dns.change", id, visit.parameters());
        if (!wrong.isEmpty()) return Deeds.conflict(changeForm(visit, record, Deeds.again(visit, wrong)));
        visit.say(Flash.done(visit.t().of("web.dns.changed")));
        return new ModelAndView(
                "redirect:" + visit.returnTo(page(visit, record.space().id())));
    }

    private DnsRecord find(Visit visit, long id) {
        var record = transaction.read(visit.scope(), () -> records.one(id));
        Visits.needs(visit, Right.DNS);
        return record;
    }

    private ModelAndView addForm(Visit visit, long id, Form form) {
        var space = forms.space(visit, id, Right.DNS);
        var fields = new ArrayList<Field>();
        fields.add(forms.domains(visit, space, form));
        fields.addAll(fields(visit, form));
        var heading = visit.t().of("web.dns.add.to", forms.target(visit, space, form));
        return show(visit, heading, "/subscriptions/" + id + "/dns/new", form, fields, page(visit, id));
    }

    private ModelAndView changeForm(Visit visit, DnsRecord record, Form form) {
        var heading = visit.t().of("web.heading.one.dns.change", record.name());
        var otherwise = page(visit, record.space().id());
        return show(visit, heading, "/dns/" + record.id(), form, fields(visit, form), otherwise);
    }

    private static List<Field> fields(Visit visit, Form form) {
        var t = visit.t();
        var types = Stream.of(DnsType.values())
                .map(type -> new Option(type.name(), t.of("web.dns.type." + type.name())))
                .toList();
        return List.of(
                Field.text("name", t.of("web.dns.relative"))
                        .from(form)
                        .autocomplete("off")
                        .atMost(253)
                        .help(t.of("web.dns.relative.help"))
                        .focused(form.errors().isEmpty()),
                Field.choice("type", t.of("web.dns.type"), types).from(form).needed(),
                Field.text("value", t.of("web.dns.value"))
                        .from(form)
                        .needed()
                        .autocomplete("off")
                        .atMost(LONGEST_VALUE)
                        .help(t.of("web.dns.value.help")),
                Field.text("priority", t.of("web.dns.priority"))
                        .from(form)
                        .autocomplete("off")
                        .help(t.of("web.dns.priority.help")),
                Field.text("ttl", t.of("web.dns.ttl-field"))
                        .from(form)
                        .autocomplete("off")
                        .help(t.of("web.dns.ttl-field.help")));
    }

    private static ModelAndView show(
            Visit visit, String heading, String action, Form form, List<Field> fields, String otherwise) {
        return HostingForms.page(visit, heading, visit.t().of("web.dns.replaces"), action, form, fields, 0, otherwise);
    }

    /// Where the records are listed: the customer's own page, or the tab of the subscription.
    private static String page(Visit visit, long subscription) {
        return Ways.within(visit, "dns", subscription);
    }
}
