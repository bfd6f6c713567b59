package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.Space;
import org.wirt.operation.Targets;
import org.wirt.speech.Texts;
import org.wirt.value.PasswordStrength;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The forms that add a site, FTP login or mailbox to a subscription, and those that change a password.
@Controller
class HostingFormsController {

    private static final int LEVEL = List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1;

    private final HostingForms forms;
    private final FtpLogins ftp;
    private final Mailboxes mailboxes;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    HostingFormsController(
            HostingForms forms, FtpLogins ftp, Mailboxes mailboxes, Deeds deeds, ScopedTransaction transaction) {
        this.forms = forms;
        this.ftp = ftp;
        this.mailboxes = mailboxes;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}/{kind:sites|ftp|mailboxes}/new")
    ModelAndView add(Visit visit, @PathVariable long id, @PathVariable String kind) {
        return addForm(visit, id, kind, Form.of(Map.of("site", visit.parameter("site"))));
    }

    @PostMapping("/subscriptions/{id}/{kind:sites|ftp|mailboxes}/new")
    ModelAndView added(Visit visit, @PathVariable long id, @PathVariable String kind) {
        return deeds.answer(
                visit,
                verb(kind) + ".create",
                id,
                made(visit, id),
                Ways.within(visit, verb(kind), id),
                form -> addForm(visit, id, kind, form));
    }

    @GetMapping("/{kind:ftp|mailboxes}/{id}/password")
    ModelAndView password(Visit visit, @PathVariable String kind, @PathVariable long id) {
        return passwordForm(visit, kind, id, Form.empty());
    }

    @PostMapping("/{kind:ftp|mailboxes}/{id}/password")
    ModelAndView passwordSet(Visit visit, @PathVariable String kind, @PathVariable long id) {
        return deeds.answer(
                visit,
                verb(kind) + ".password",
                id,
                "",
                visit.level() == Level.CUSTOMER ? Ways.list(visit, verb(kind)) : "/",
                form -> passwordForm(visit, kind, id, form));
    }

    /// What was just added, by its name.
    private String made(Visit visit, long id) {
        if (!visit.parameter("domain").isEmpty()) return HostingWords.display(visit.parameter("domain"));
        if (!visit.parameter("login").isEmpty()) return visit.parameter("login");
        return visit.parameter("local").strip().toLowerCase(Locale.ROOT) + "@"
                + forms.domain(visit, id, visit.parameter("site")).orElse("");
    }

    private static Right right(String kind) {
        return switch (kind) {
            case "sites" -> Right.SITES;
            case "ftp" -> Right.FTP_LOGINS;
            default -> Right.MAILBOXES;
        };
    }

    private ModelAndView addForm(Visit visit, long id, String kind, Form form) {
        var t = visit.t();
        var space = forms.space(visit, id, right(kind));
        var fields = switch (kind) {
            case "sites" -> siteFields(t, form);
            case "ftp" -> ftpFields(t, form);
            default -> mailFields(visit, space, form);
        };
        var key = switch (kind) {
            case "sites" -> "web.hosting.add-site.to";
            case "ftp" -> "web.hosting.add-ftp.to";
            default -> "web.hosting.add-mailbox.to";
        };
        return HostingForms.page(
                visit,
                t.of(key, forms.target(visit, space, form)),
                null,
                "/subscriptions/" + id + "/" + kind + "/new",
                form,
                fields,
                LEVEL,
                Ways.within(visit, verb(kind), id));
    }

    private static List<Field> siteFields(Texts t, Form form) {
        return List.of(Field.text("domain", t.of("web.domain-name"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(253)
                .help(t.of("web.hosting.domain.help"))
                .focused(form.errors().isEmpty()));
    }

    private static List<Field> ftpFields(Texts t, Form form) {
        var fields = new ArrayList<Field>();
        fields.add(HostingForms.login(t, form).focused(form.errors().isEmpty()));
        fields.add(HostingForms.folder(t, form));
        passwords(t, form, fields);
        return fields;
    }

    private List<Field> mailFields(Visit visit, Space space, Form form) {
        var t = visit.t();
        var fields = new ArrayList<Field>();
        fields.add(HostingForms.local(t, form).focused(form.errors().isEmpty()));
        fields.add(forms.domains(visit, space, form));
        fields.add(MailboxQuotaController.field(t, space, form));
        passwords(t, form, fields);
        return fields;
    }

    private static void passwords(Texts t, Form form, List<Field> fields) {
        fields.add(Field.password("password", t.of("web.password"))
                .from(form)
                .value("")
                .needed());
        fields.add(Field.password("repeat", t.of("web.repeat-password"))
                .from(form)
                .value("")
                .needed());
    }

    private ModelAndView passwordForm(Visit visit, String kind, long id, Form form) {
        var t = visit.t();
        Targets<?> logins = kind.equals("ftp") ? ftp : mailboxes;
        var name = transaction.read(visit.scope(), () -> logins.one(id).name());
        Visits.needs(visit, right(kind));
        var fields = new ArrayList<Field>();
        passwords(t, form, fields);
        return HostingForms.page(
                visit,
                t.of("web.hosting.password-of", name),
                null,
                "/" + kind + "/" + id + "/password",
                form,
                fields,
                LEVEL,
                Ways.list(visit, verb(kind)));
    }

    private static String verb(String kind) {
        return switch (kind) {
            case "sites" -> "site";
            case "ftp" -> "ftp";
            default -> "mailbox";
        };
    }

    /// Where verbs come back to that were not told; and links of previews to single things.
    @GetMapping({"/sites", "/sites/{id}", "/ftps", "/ftps/{id}", "/mailboxs", "/mailboxs/{id}", "/dnss", "/dnss/{id}"})
    String home(Visit visit) {
        boolean customer = visit.level() == Level.CUSTOMER;
        var path = visit.request().getRequestURI();
        if (!customer) return "redirect:/domains";
        if (path.startsWith("/d")) return "redirect:/dns";
        return "redirect:" + (path.startsWith("/f") ? "/ftp" : path.startsWith("/m") ? "/mail" : "/websites");
    }
}
