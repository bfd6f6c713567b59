package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.operation.Inputs;
import org.wirt.operation.Operand;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.plan.Catalogue;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.HostingForm;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Texts;

/// The forms that add a site, FTP login or mailbox to a subscription, and those that change a password.
@Controller
class HostingFormsController {

    private static final int LEVEL = List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1;

    private final Spaces spaces;
    private final Sites sites;
    private final FtpLogins ftp;
    private final Mailboxes mailboxes;
    private final Operations operations;
    private final ScopedTransaction transaction;

    HostingFormsController(
            Spaces spaces,
            Sites sites,
            FtpLogins ftp,
            Mailboxes mailboxes,
            Operations operations,
            ScopedTransaction transaction) {
        this.spaces = spaces;
        this.sites = sites;
        this.ftp = ftp;
        this.mailboxes = mailboxes;
        this.operations = operations;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}/{kind:sites|ftp|mailboxes}/new")
    ModelAndView add(Visit visit, @PathVariable long id, @PathVariable String kind) {
        return addForm(visit, id, kind, Form.of(Map.of("site", visit.parameter("site"))));
    }

    @PostMapping("/subscriptions/{id}/{kind:sites|ftp|mailboxes}/new")
    ModelAndView added(Visit visit, @PathVariable long id, @PathVariable String kind) {
        try {
            return done(visit, verb(kind) + ".create", id, page(visit, kind, id));
        } catch (Refused refused) {
            return again(addForm(visit, id, kind, mistakes(visit, refused)), refused);
        }
    }

    @GetMapping("/{kind:ftp|mailboxes}/{id}/password")
    ModelAndView password(Visit visit, @PathVariable String kind, @PathVariable long id) {
        return passwordForm(visit, kind, id, Form.empty());
    }

    @PostMapping("/{kind:ftp|mailboxes}/{id}/password")
    ModelAndView passwordSet(Visit visit, @PathVariable String kind, @PathVariable long id) {
        try {
            return done(visit, verb(kind) + ".password", id, visit.level() == Level.CUSTOMER ? pageOf(kind) : "/");
        } catch (Refused refused) {
            return again(passwordForm(visit, kind, id, mistakes(visit, refused)), refused);
        }
    }

    private ModelAndView done(Visit visit, String name, long id, String otherwise) {
        var verb = operations.permitted(name, visit.caller());
        var typed = Deeds.spoken(visit, visit.parameters());
        if (typed.containsKey("repeat") && !Inputs.text("password", typed).equals(Inputs.text("repeat", typed))) {
            var wrong = new ArrayList<>(operations.mistakes(verb, id, typed, visit.caller()));
            wrong.add(Refusal.invalid("repeat", "passwords-differ"));
            throw new Refused(wrong);
        }
        var job = operations.start(verb, Selection.one(id), typed, visit.caller());
        visit.say(
                name.endsWith(".create")
                        ? Receipts.flash(visit.t(), verb, job, made(visit, id))
                        : Receipts.flash(visit.t(), verb, job));
        return new ModelAndView("redirect:" + visit.returnTo(otherwise));
    }

    /// What was just added, by its name.
    private String made(Visit visit, long id) {
        if (!visit.parameter("domain").isEmpty()) return HostingWords.display(visit.parameter("domain"));
        if (!visit.parameter("login").isEmpty()) return visit.parameter("login");
        return visit.parameter("local").strip().toLowerCase(Locale.ROOT) + "@"
                + chosen(visit, id, visit.parameter("site")).orElse("");
    }

    /// The name of a domain of this subscription.
    private Optional<String> chosen(Visit visit, long subscription, String site) {
        return transaction.read(visit.scope(), () -> sites.in(List.of(subscription))).stream()
                .filter(s -> String.valueOf(s.id()).equals(site))
                .findFirst()
                .map(Site::name);
    }

    private static ModelAndView again(ModelAndView form, Refused refused) {
        if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
        return Deeds.conflict(form);
    }

    private static Form mistakes(Visit visit, Refused refused) {
        return Deeds.again(visit, refused.refusals());
    }

    private static void needs(Visit visit, String kind) {
        Visits.needs(
                visit,
                switch (kind) {
                    case "sites" -> Right.SITES;
                    case "ftp" -> Right.FTP_LOGINS;
                    default -> Right.MAILBOXES;
                });
    }

    private ModelAndView addForm(Visit visit, long id, String kind, Form form) {
        var t = visit.t();
        var space = transaction.read(visit.scope(), () -> spaces.load(List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        needs(visit, kind);
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
        return show(
                visit,
                t.of(key, chosen(visit, id, form.value("site")).orElseGet(() -> HostingWords.display(space.name()))),
                "/subscriptions/" + id + "/" + kind + "/new",
                form,
                fields,
                page(visit, kind, id));
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
        fields.add(Field.text("login", t.of("web.hosting.login"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(32)
                .help(t.of("web.hosting.login.help"))
                .focused(form.errors().isEmpty()));
        fields.add(Field.text("directory", t.of("web.hosting.directory"))
                .from(form)
                .autocomplete("off")
                .atMost(1000)
                .help(t.of("web.hosting.directory.help")));
        passwords(t, form, fields);
        return fields;
    }

    private List<Field> mailFields(Visit visit, Space space, Form form) {
        var t = visit.t();
        var domains = transaction.read(visit.scope(), () -> sites.in(List.of(space.id()))).stream()
                .map(s -> new Option(String.valueOf(s.id()), s.name()))
                .toList();
        var fields = new ArrayList<Field>();
        fields.add(Field.text("local", t.of("web.hosting.local"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(64)
                .help(t.of("web.hosting.local.help"))
                .focused(form.errors().isEmpty()));
        fields.add(Field.choice("site", t.of("web.domain"), domains).from(form).needed());
        var most = t.size(space.limits().get(Catalogue.MAILBOX_SIZE));
        fields.add(Field.text("quota", t.of("web.hosting.quota-field"))
                .from(form)
                .help(t.of("web.hosting.quota-field.help", most)));
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
        var found = transaction.read(
                visit.scope(),
                () -> kind.equals("ftp")
                        ? List.<Operand>copyOf(ftp.load(List.of(id)))
                        : List.<Operand>copyOf(mailboxes.load(List.of(id))));
        var name = found.stream().findFirst().map(Operand::name).orElseThrow(() -> new Refused(Refusal.notFound()));
        needs(visit, kind);
        var fields = new ArrayList<Field>();
        passwords(t, form, fields);
        return show(
                visit,
                t.of("web.hosting.password-of", name),
                "/" + kind + "/" + id + "/password",
                form,
                fields,
                visit.level() == Level.CUSTOMER ? pageOf(kind) : "/subscriptions");
    }

    private static ModelAndView show(
            Visit visit, String heading, String action, Form form, List<Field> fields, String otherwise) {
        var page = new HostingForm(
                visit.frame().beneath(heading), heading, null, action, form, fields, LEVEL, visit.returnTo(otherwise));
        return new ModelAndView("hosting/form", "page", page);
    }

    private static String verb(String kind) {
        return switch (kind) {
            case "sites" -> "site";
            case "ftp" -> "ftp";
            default -> "mailbox";
        };
    }

    /// Where its kind is listed: the customer's own page, or the tab of the subscription.
    private static String page(Visit visit, String kind, long subscription) {
        if (visit.level() == Level.CUSTOMER) return pageOf(kind);
        return "/subscriptions/" + subscription
                + switch (kind) {
                    case "sites" -> "";
                    case "ftp" -> "?tab=ftp";
                    default -> "?tab=mail";
                };
    }

    static String pageOf(String kind) {
        return switch (kind) {
            case "sites" -> "/websites";
            case "ftp" -> "/ftp";
            default -> "/mail";
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
