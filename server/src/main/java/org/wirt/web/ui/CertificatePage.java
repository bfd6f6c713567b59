package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The certificate of one site.
///
/// @param shown the customer's own, empty where the server's is used
/// @param remove takes his own away
/// @param manages whether the reader may bring one
public record CertificatePage(
        Frame frame,
        String heading,
        String lead,
        @Nullable String warning,
        List<InfoRow> shown,
        @Nullable Action remove,
        boolean manages,
        String action,
        Form form,
        String returnTo) {}
