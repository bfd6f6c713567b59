package org.wirt.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.ResellerFigures;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.ResourcesPage;

/// What a reseller himself holds.
@Controller
class ResourcesController {

    private final ResellerFigures figures;
    private final ScopedTransaction transaction;

    ResourcesController(ResellerFigures figures, ScopedTransaction transaction) {
        this.figures = figures;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry resourcesEntry() {
        return new Navigation.Entry(100, "web.my-resources", "chart-bar", "/resources", Set.of(Level.RESELLER));
    }

    @GetMapping("/resources")
    ModelAndView page(Visit visit) {
        var t = visit.t();
        if (visit.level() != Level.RESELLER) throw new Refused(Refusal.notFound());
        var holds = transaction
                .read(Scope.system(), () -> figures.holds(visit.scope().accountId()))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        var title = t.of("web.my-resources");
        var frame = visit.frame().titled(title, Crumb.here(title));
        return new ModelAndView("reseller/resources", "page", new ResourcesPage(frame, title, Holdings.view(t, holds)));
    }
}
