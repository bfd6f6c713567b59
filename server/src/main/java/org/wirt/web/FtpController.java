package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The forms of one login for FTP and SFTP, but for its password: its keys, its name and its folder.
@Controller
class FtpController {

    private final FtpLogins logins;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    FtpController(FtpLogins logins, Deeds deeds, ScopedTransaction transaction) {
        this.logins = logins;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/ftp/{id}/{what:keys|name|folder}")
    ModelAndView form(Visit visit, @PathVariable long id, @PathVariable String what) {
        return form(visit, id, what, null);
    }

    @PostMapping("/ftp/{id}/{what:keys|name|folder}")
    ModelAndView saved(Visit visit, @PathVariable long id, @PathVariable String what) {
        var verb = what.equals("name") ? "ftp.rename" : "ftp." + what;
        var back = visit.level() == Level.CUSTOMER ? Ways.list(visit, "ftp") : "/";
        return deeds.answer(visit, verb, id, "", back, typed -> form(visit, id, what, typed));
    }

    /// @param typed what was wrong; none: what there is
    private ModelAndView form(Visit visit, long id, String what, @Nullable Form typed) {
        var t = visit.t();
        var login = transaction.read(visit.scope(), () -> logins.one(id));
        Visits.needs(visit, Right.FTP_LOGINS);
        var form = typed == null ? Form.of(kept(login)) : typed;
        var field = switch (what) {
            case "keys" ->
                Field.of("textarea", "keys", t.of("web.hosting.keys"))
                        .from(form)
                        .atMost(60_000)
                        .help(t.of("web.hosting.keys.help"));
            case "name" -> HostingForms.login(t, form);
            default -> HostingForms.folder(t, form).needed().help(t.of("web.hosting.folder.help"));
        };
        return HostingForms.page(
                visit,
                t.of("web.hosting." + what + "-of", login.name()),
                t.of("web.hosting." + what + ".what"),
                "/ftp/" + id + "/" + what,
                form,
                List.of(field.focused(form.errors().isEmpty())),
                0,
                Ways.within(visit, "ftp", login.space().id()));
    }

    private static Map<String, String> kept(FtpLogin login) {
        // The home itself has no name of its own.
        var folder = login.directory().isEmpty() ? "." : login.directory();
        return Map.of("keys", String.join("\n", login.keys()), "login", login.name(), "directory", folder);
    }
}
