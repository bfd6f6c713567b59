package org.wirt.web.ui;

import java.util.List;

/// The tools and settings, a card for each.
public record ToolsPage(Frame frame, String title, List<Card> cards) {}
