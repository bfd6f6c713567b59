package org.wirt.web.ui;

import java.util.List;

/// What somebody enters into his FTP or mail program.
public record ConnectionTable(String id, String title, List<InfoRow> rows) {}
