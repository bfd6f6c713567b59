package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.SignIn;
import org.wirt.access.SignIn.Outcome;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.SignInPage;

/// The way in and the way out.
@Controller
class SignInController {

    private final SignIn signIn;
    private final Frames frames;

    SignInController(SignIn signIn, Frames frames) {
        this.signIn = signIn;
        this.frames = frames;
    }

    @GetMapping("/sign-in")
    ModelAndView page(HttpServletRequest request, @RequestParam(name = "return", defaultValue = "/") String way) {
        return page(request, Form.of(Map.of("return", way)), null, request.getParameter("ended") != null);
    }

    @PostMapping("/sign-in")
    ModelAndView enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "return", defaultValue = "/") String way) {
        var outcome = signIn.with(
                username,
                password,
                request.getRemoteAddr(),
                agent(request),
                UUID.randomUUID().toString());
        if (outcome instanceof Outcome.In in) {
            SessionCookies.give(in.token(), request, response);
            return new ModelAndView("redirect:" + (Visit.isOurs(way) ? way : "/"));
        }
        var form = Form.of(Map.of("username", username, "return", way));
        var view = page(request, form, problem(frames.outside(request).t(), outcome), false);
        view.setStatus(org.springframework.http.HttpStatus.UNAUTHORIZED);
        return view;
    }

    @PostMapping("/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.token(request)
                .ifPresent(t ->
                        signIn.out(t, request.getRemoteAddr(), UUID.randomUUID().toString()));
        SessionCookies.takeBack(request, response);
        return "redirect:/sign-in";
    }

    static String agent(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }

    static String problem(Texts t, Outcome outcome) {
        return switch (outcome) {
            case Outcome.In _, Outcome.Wrong _ -> t.of("web.sign-in.wrong");
            case Outcome.Suspended(var provider, var email) -> closed(t, "web.sign-in.suspended", provider, email);
            case Outcome.Deactivated() -> t.of("web.sign-in.deactivated");
            case Outcome.NotInContract(var provider, var email) ->
                closed(t, "web.sign-in.not-in-contract", provider, email);
            case Outcome.Wait(var time) -> t.of("web.sign-in.wait", t.duration(time.toSeconds()));
        };
    }

    /// Whom to ask, and where he is reached. That the administrator is called so helps nobody.
    private static String closed(Texts t, String text, String provider, String email) {
        if (!email.isEmpty()) return t.of(text + "-mail", provider, email);
        boolean nameless = provider.isEmpty() || provider.equals(t.of("web.level.administrator"));
        return nameless ? t.of(text + "-nameless") : t.of(text, provider);
    }

    private ModelAndView page(
            HttpServletRequest request, Form form, @org.jspecify.annotations.Nullable String problem, boolean ended) {
        var frame = frames.outside(request);
        return new ModelAndView(
                "access/signIn",
                "page",
                new SignInPage(frame.titled(frame.t().of("web.sign-in.title")), form, problem, ended));
    }
}
