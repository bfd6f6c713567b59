package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.web.ui.Card;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.ToolsPage;

/// The way to everything that is not daily work.
@Controller
class ToolsController {

    /// A card on the page of tools; whoever makes such a page brings its card.
    record Tool(int order, String key, String icon, String path, Set<Level> levels) {}

    private final List<Tool> tools;

    ToolsController(List<Tool> tools) {
        this.tools = tools.stream()
                .sorted(java.util.Comparator.comparingInt(Tool::order))
                .toList();
    }

    @Bean
    static Navigation.Entry toolsEntry() {
        return new Navigation.Entry(
                70, "web.tools-and-settings", "settings", "/tools", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @Bean
    static Tool auditTool() {
        return new Tool(10, "web.audit", "note", "/audit", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @Bean
    static Tool jobsTool() {
        return new Tool(30, "web.jobs", "list-check", "/jobs", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @Bean
    static Tool recycleBinTool() {
        return new Tool(40, "web.recycle-bin", "trash", "/recycle-bin", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/tools")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var cards = new ArrayList<Card>();
        for (var tool : tools) {
            if (!tool.levels.contains(visit.level())) continue;
            cards.add(new Card(t.of(tool.key), t.of(tool.key + ".what"), tool.icon, tool.path));
        }
        var title = t.of("web.tools-and-settings");
        return new ModelAndView(
                "tools", "page", new ToolsPage(visit.frame().titled(title, Crumb.here(title)), title, cards));
    }
}
