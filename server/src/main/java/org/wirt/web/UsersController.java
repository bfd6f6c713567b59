package org.wirt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.UserRole;
import org.wirt.account.User;
import org.wirt.account.UserRoom;
import org.wirt.account.Users;
import org.wirt.subscription.Subscriptions;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.UserForm;
import org.wirt.web.ui.UsersPage;

/// Additional users: of the reader's own account, and for a provider those of his customers.
@Controller
class UsersController {

    private final Users users;
    private final Subscriptions subscriptions;
    private final UserRoom room;
    private final AccountPages accounts;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    UsersController(
            Users users,
            Subscriptions subscriptions,
            UserRoom room,
            AccountPages accounts,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.users = users;
        this.subscriptions = subscriptions;
        this.room = room;
        this.accounts = accounts;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry usersEntry() {
        return new Navigation.Entry(80, "web.users", "user", "/users", Set.of(Level.RESELLER, Level.CUSTOMER))
                .granted(Right.USERS);
    }

    @GetMapping("/users")
    ModelAndView own(Visit visit) {
        ofOwn(visit);
        var t = visit.t();
        var found = transaction.read(visit.scope(), () -> users.of(visit.scope().accountId(), UserViews.MOST));
        var frame = visit.frame().titled(t.of("web.users"), Crumb.here(t.of("web.users")));
        var full =
                transaction.read(visit.scope(), () -> room.refusal(visit.scope().accountId(), visit.caller()));
        return new ModelAndView(
                "user/list", "page", new UsersPage(frame, UserViews.rows(t, found), UserViews.why(t, full)));
    }

    @GetMapping("/users/new")
    ModelAndView add(Visit visit) {
        ofOwn(visit);
        return add(visit, visit.scope().accountId(), "/users", fresh());
    }

    @PostMapping("/users")
    ModelAndView create(Visit visit) {
        ofOwn(visit);
        return create(visit, visit.scope().accountId(), "/users");
    }

    @GetMapping("/{list:customers|resellers}/{id}/users/new")
    ModelAndView addFor(Visit visit, @PathVariable String list, @PathVariable long id) {
        return add(visit, id, accounts.find(visit, list, id).page() + "/users", fresh());
    }

    @PostMapping("/{list:customers|resellers}/{id}/users")
    ModelAndView createFor(Visit visit, @PathVariable String list, @PathVariable long id) {
        return create(visit, id, accounts.find(visit, list, id).page() + "/users");
    }

    @GetMapping("/users/{id}")
    ModelAndView page(Visit visit, @PathVariable long id) {
        return page(visit, find(visit, id), null);
    }

    @PostMapping("/users/{id}")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var user = find(visit, id);
        return after(visit, user, deeds.tried(visit, "user.change", id), "web.saved.user");
    }

    /// The address of a form that was sent, asked for again.
    @GetMapping("/users/{id}/password")
    String again(@PathVariable long id) {
        return "redirect:/users/" + id;
    }

    @PostMapping("/users/{id}/password")
    ModelAndView password(Visit visit, @PathVariable long id) {
        var user = find(visit, id);
        return after(visit, user, deeds.tried(visit, "user.password", id), "web.saved.user-password");
    }

    @PostMapping("/users/{id}/reset-link")
    String resetLink(Visit visit, @PathVariable long id) {
        var user = find(visit, id);
        var refusals = deeds.tried(visit, "user.reset-link", id);
        visit.say(
                refusals.isEmpty()
                        ? Flash.done(visit.t().of("web.saved.reset-link", user.name()))
                        : Flash.problem(Words.sentence(visit.t(), refusals.getFirst())));
        return "redirect:" + visit.returnTo(list(visit, user));
    }

    /// The administrator has no additional users, and a role that does not manage them does not see them.
    private static void ofOwn(Visit visit) {
        if (visit.level() == Level.ADMINISTRATOR) throw new Refused(Refusal.notFound());
        Visits.needs(visit, Right.USERS);
    }

    private User find(Visit visit, long id) {
        var user = transaction.read(visit.scope(), () -> users.one(id));
        Visits.needs(visit, Right.USERS);
        return user;
    }

    private static Form fresh() {
        return Form.of(Map.of("active", "true", "role", UserRole.WEBMASTER.name()));
    }

    private ModelAndView create(Visit visit, long account, String list) {
        var refusals = deeds.tried(visit, "user.create", account);
        if (!refusals.isEmpty()) return Deeds.conflict(add(visit, account, list, Deeds.again(visit, refusals)));
        visit.say(Flash.done(
                visit.t().of("web.created.user", visit.parameter("contactName").strip())));
        return new ModelAndView("redirect:" + list);
    }

    private ModelAndView after(Visit visit, User user, List<Refusal> refusals, String said) {
        if (!refusals.isEmpty()) {
            var typed = visit.parameters().containsKey("contactName") ? Words.firsts(visit.parameters()) : saved(user);
            return Deeds.conflict(page(visit, user, Words.form(visit.t(), typed, refusals, "")));
        }
        visit.say(Flash.done(visit.t().of(said, user.name())));
        return new ModelAndView("redirect:" + visit.returnTo(list(visit, user)));
    }

    private static String list(Visit visit, User user) {
        if (user.accountId() == visit.scope().accountId()) return "/users";
        var kind = user.accountId() == user.resellerId() ? "/resellers/" : "/customers/";
        return kind + user.accountId() + "/users";
    }

    private static Map<String, String> saved(User user) {
        var values = new HashMap<String, String>();
        values.put("contactName", user.name());
        values.put("email", user.email());
        values.put("username", user.username());
        values.put("role", user.role().name());
        values.put("subscription", user.subscription().map(String::valueOf).orElse(""));
        values.put("active", String.valueOf(user.active()));
        return new LinkedHashMap<>(values);
    }

    private ModelAndView add(Visit visit, long account, String list, Form form) {
        var t = visit.t();
        boolean own = account == visit.scope().accountId();
        var heading = own ? t.of("web.create-user") : t.of("web.heading.one.user.create", accounts.name(account));
        return form(visit, account, heading, list, true, form, list);
    }

    private ModelAndView page(Visit visit, User user, @org.jspecify.annotations.Nullable Form form) {
        var heading = visit.t().of("web.heading.one.user.change", user.name());
        var shown = form == null ? Form.of(saved(user)) : form;
        var back = visit.returnTo(list(visit, user));
        return form(visit, user.accountId(), heading, "/users/" + user.id(), false, shown, back);
    }

    private ModelAndView form(
            Visit visit, long account, String heading, String action, boolean isNew, Form form, String back) {
        var t = visit.t();
        boolean own = account == visit.scope().accountId();
        var roles = new ArrayList<Option>();
        for (var role : UserRole.values()) roles.add(new Option(role.name(), UserViews.role(t, role)));
        var access = new ArrayList<Option>();
        access.add(new Option("", t.of("web.all-subscriptions")));
        transaction
                .read(visit.scope(), () -> subscriptions.of(List.of(account)))
                .forEach(s -> access.add(new Option(String.valueOf(s.id()), s.name())));
        // Limited to one that is gone: saving something else must not open all of them.
        var now = form.value("subscription");
        if (access.stream().noneMatch(option -> option.value().equals(now)))
            access.add(new Option(now, t.of("web.no-subscription")));
        var page = new UserForm(
                own
                        ? visit.frame().titled(heading, new Crumb(t.of("web.users"), back), Crumb.here(heading))
                        : visit.frame().beneath(heading, new Crumb(accounts.name(account), back)),
                heading,
                action,
                isNew,
                form,
                roles,
                access,
                List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                back);
        return new ModelAndView("user/form", "page", page);
    }
}
