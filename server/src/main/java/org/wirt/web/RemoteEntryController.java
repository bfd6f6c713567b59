package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirt.access.SignIn;
import org.wirt.access.SignIn.Outcome;

/// The ways in that billing systems have buttons for: a one-time token, or their own sign-in form.
@Controller
class RemoteEntryController {

    static final String TOKEN = "/enterprise/rsession_init.php";
    static final String FORM = "/login_up.php3";

    private final SignIn signIn;

    RemoteEntryController(SignIn signIn) {
        this.signIn = signIn;
    }

    /// Some clients name the token one way, some the other, some both.
    @RequestMapping(
            path = TOKEN,
            method = {RequestMethod.GET, RequestMethod.POST})
    String byToken(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "PLESKSESSID", defaultValue = "") String token,
            @RequestParam(name = "PHPSESSID", defaultValue = "") String other,
            @RequestParam(name = "success_redirect_url", defaultValue = "/") String success,
            @RequestParam(name = "failure_redirect_url", defaultValue = "/sign-in") String failure) {
        var outcome = signIn.byEntryToken(
                token.isEmpty() ? other : token,
                request.getRemoteAddr(),
                SignInController.agent(request),
                UUID.randomUUID().toString());
        return answered(outcome, request, response, success, failure);
    }

    @PostMapping(FORM)
    String byForm(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "login_name", defaultValue = "") String username,
            @RequestParam(name = "passwd", defaultValue = "") String password) {
        var outcome = signIn.with(
                username,
                password,
                request.getRemoteAddr(),
                SignInController.agent(request),
                UUID.randomUUID().toString());
        return answered(outcome, request, response, "/", "/sign-in");
    }

    private static String answered(
            Outcome outcome, HttpServletRequest request, HttpServletResponse response, String success, String failure) {
        if (!(outcome instanceof Outcome.In(var session, var _)))
            return "redirect:" + (Visit.isOurs(failure) ? failure : "/sign-in");
        SessionCookies.give(session, request, response);
        return "redirect:" + (Visit.isOurs(success) ? success : "/");
    }
}
