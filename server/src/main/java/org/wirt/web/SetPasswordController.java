package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.OneTimeLinks;
import org.wirt.access.SignIn;
import org.wirt.access.Token;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Username;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.SetPasswordPage;
import org.wirt.web.ui.SignInPage;

/// The page behind a one-time link.
@Controller
class SetPasswordController {

    private final OneTimeLinks links;
    private final Frames frames;

    SetPasswordController(OneTimeLinks links, Frames frames) {
        this.links = links;
        this.frames = frames;
    }

    @GetMapping("/set-password/{token}")
    ModelAndView page(HttpServletRequest request, @PathVariable String token) {
        return page(request, new Token(token), Form.empty());
    }

    @PostMapping("/set-password/{token}")
    ModelAndView set(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat) {
        var link = new Token(token);
        var t = frames.outside(request).t();
        var owner = links.owner(link);
        if (owner.isEmpty()) return page(request, link, Form.empty());
        var errors = new LinkedHashMap<String, String>();
        PasswordStrength.USUAL
                .check(password, new Username(owner.get().username()))
                .ifPresent(r -> errors.put("password", Words.sentence(t, r)));
        if (!password.equals(repeat)) errors.put("repeat", t.of("refusal.passwords-differ"));
        if (!errors.isEmpty())
            return Deeds.conflict(page(request, link, Form.empty().with(errors)));
        var outcome = links.use(
                link,
                password,
                request.getRemoteAddr(),
                SignInController.agent(request),
                UUID.randomUUID().toString());
        return after(request, response, outcome.orElse(null));
    }

    private ModelAndView after(
            HttpServletRequest request, HttpServletResponse response, SignIn.@Nullable Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.In in) {
            SessionCookies.give(in.token(), request, response);
            return new ModelAndView("redirect:/");
        }
        var frame = frames.outside(request);
        if (outcome == null) return page(request, new Token(""), Form.empty());
        return new ModelAndView(
                "access/signIn",
                "page",
                new SignInPage(frame, Form.empty(), SignInController.problem(frame.t(), outcome), false));
    }

    private ModelAndView page(HttpServletRequest request, Token token, Form form) {
        var frame = frames.outside(request);
        var owner = links.owner(token);
        var view = new ModelAndView(
                "access/setPassword",
                "page",
                new SetPasswordPage(
                        frame.titled(frame.t().of("web.set-password")),
                        form,
                        "/set-password/" + token.text(),
                        owner.map(p -> p.username()).orElse(""),
                        List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                        owner.isEmpty()));
        if (owner.isEmpty()) view.setStatus(HttpStatus.GONE);
        return view;
    }
}
