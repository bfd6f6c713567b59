package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.notification.PasswordRequests;
import org.wirt.web.ui.ForgotPage;
import org.wirt.web.ui.Form;

/// *Forgot password*: the same answer, as fast, for every pair of username and e-mail address.
@Controller
class ForgotPasswordController {

    private final PasswordRequests requests;
    private final Frames frames;

    ForgotPasswordController(PasswordRequests requests, Frames frames) {
        this.requests = requests;
        this.frames = frames;
    }

    @GetMapping("/forgot-password")
    ModelAndView page(HttpServletRequest request) {
        return page(request, Form.empty(), false);
    }

    @PostMapping("/forgot-password")
    ModelAndView ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String email) {
        var t = frames.outside(request).t();
        var missing = new LinkedHashMap<String, String>();
        if (username.isBlank()) missing.put("username", t.of("refusal.missing"));
        if (email.isBlank()) missing.put("email", t.of("refusal.missing"));
        if (!missing.isEmpty()) {
            var typed = Form.of(Map.of("username", username, "email", email)).with(missing);
            return Deeds.conflict(page(request, typed, false));
        }
        requests.ask(username, email, request.getRemoteAddr());
        return page(request, Form.empty(), true);
    }

    private ModelAndView page(HttpServletRequest request, Form form, boolean sent) {
        var frame = frames.outside(request);
        return new ModelAndView(
                "access/forgot", "page", new ForgotPage(frame.titled(frame.t().of("web.forgot")), form, sent));
    }
}
