package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a form; its accessible name is exactly the label, all else describes it.
public record Field(
        String name,
        String label,
        String type,
        String value,
        boolean required,
        @Nullable String help,
        @Nullable String error,
        @Nullable String autocomplete,
        int maxLength,
        List<Option> options,
        boolean focus) {

    public static Field of(String type, String name, String label) {
        return new Field(name, label, type, "", false, null, null, null, 0, List.of(), false);
    }

    public static Field text(String name, String label) {
        return of("text", name, label);
    }

    public static Field email(String name, String label) {
        return of("email", name, label).autocomplete("email").atMost(255);
    }

    public static Field password(String name, String label) {
        return of("password", name, label).autocomplete("new-password");
    }

    public static Field choice(String name, String label, List<Option> options) {
        return of("select", name, label).options(options);
    }

    /// The value and the error this form holds for the field.
    public Field from(Form form) {
        return new Field(
                name,
                label,
                type,
                form.value(name),
                required,
                help,
                form.error(name),
                autocomplete,
                maxLength,
                options,
                focus);
    }

    public Field value(String newValue) {
        return new Field(name, label, type, newValue, required, help, error, autocomplete, maxLength, options, focus);
    }

    public Field needed() {
        return new Field(name, label, type, value, true, help, error, autocomplete, maxLength, options, focus);
    }

    public Field help(String newHelp) {
        return new Field(name, label, type, value, required, newHelp, error, autocomplete, maxLength, options, focus);
    }

    public Field error(@Nullable String newError) {
        return new Field(name, label, type, value, required, help, newError, autocomplete, maxLength, options, focus);
    }

    public Field autocomplete(String token) {
        return new Field(name, label, type, value, required, help, error, token, maxLength, options, focus);
    }

    public Field atMost(int characters) {
        return new Field(name, label, type, value, required, help, error, autocomplete, characters, options, focus);
    }

    public Field options(List<Option> newOptions) {
        return new Field(name, label, type, value, required, help, error, autocomplete, maxLength, newOptions, focus);
    }

    public Field focused() {
        return focused(true);
    }

    /// Takes the focus when the page opens, unless the summary of errors needs it.
    public Field focused(boolean first) {
        return new Field(name, label, type, value, required, help, error, autocomplete, maxLength, options, first);
    }

    public String id() {
        return "f-" + name;
    }

    /// What the characters of the type call for on a phone.
    public @Nullable String inputMode() {
        return type.equals("tel") ? "tel" : null;
    }

    public @Nullable String length() {
        return maxLength > 0 ? String.valueOf(maxLength) : null;
    }

    /// The ids of everything that describes the field, in reading order.
    public @Nullable String describedBy() {
        var ids = new StringBuilder();
        if (required) ids.append(id()).append("-required ");
        if (error != null) ids.append(id()).append("-error ");
        if (help != null) ids.append(id()).append("-help ");
        return ids.isEmpty() ? null : ids.toString().trim();
    }
}
