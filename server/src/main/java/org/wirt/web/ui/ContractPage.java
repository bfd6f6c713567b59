package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changing one thing of the contract of one or many subscriptions.
///
/// @param find the search for what the field offers, where that is too much to choose from
/// @param field what is asked
/// @param warnings full sentences
/// @param rows those of a long selection, and those that will not be changed
public record ContractPage(
        Frame frame,
        String heading,
        String verb,
        @Nullable Field find,
        Field field,
        List<String> warnings,
        List<PreviewRow> rows,
        long more,
        Selection selection,
        Form form,
        String submit,
        String returnTo) {}
