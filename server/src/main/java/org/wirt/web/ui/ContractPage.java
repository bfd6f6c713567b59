package org.wirt.web.ui;

import java.util.List;

/// Changing one thing of the contract of one or many subscriptions.
///
/// @param field what is asked
/// @param rows those of a long selection, and those that will not be changed
public record ContractPage(
        Frame frame,
        String heading,
        String verb,
        Field field,
        List<PreviewRow> rows,
        long more,
        Selection selection,
        Form form,
        String submit,
        String returnTo) {}
