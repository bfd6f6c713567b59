package org.wirt.web.ui;

import java.util.List;

/// A deed on a web hook that needs a word before.
///
/// @param what   what will be so afterwards
/// @param fields what is asked
public record WebHookQuestion(
        Frame frame,
        String title,
        String what,
        List<Field> fields,
        Form form,
        String action,
        String submit,
        String returnTo) {}
