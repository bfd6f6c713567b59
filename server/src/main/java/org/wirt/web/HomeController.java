package org.wirt.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where one lands after signing in.
@Controller
class HomeController {

    @GetMapping("/")
    String home(Visit visit) {
        return switch (visit.level()) {
            case ADMINISTRATOR, RESELLER -> "redirect:/customers";
            case CUSTOMER -> "redirect:/websites";
        };
    }
}
