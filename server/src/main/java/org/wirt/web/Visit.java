package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.Session;
import org.wirt.access.Token;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Frame;

/// One request of somebody signed in: who, in which words, and what was sent along. Controllers take it as a parameter.
record Visit(HttpServletRequest request, Session session, Token token, Frame frame) {

    private static final long NOBODY = 0;

    Texts t() {
        return frame.t();
    }

    Scope scope() {
        return session.actingFor().isPresent()
                ? caller().scope()
                : session.person().scope();
    }

    Level level() {
        return scope().level();
    }

    /// The request id is the form's own, so that a double click is one deed.
    Caller caller() {
        var id = request.getParameter("request");
        return session.caller(
                Door.PAGE,
                request.getRemoteAddr(),
                id == null || id.isBlank() ? UUID.randomUUID().toString() : id);
    }

    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /// The ids of ticked rows; what is no number is nobody's id.
    List<Long> ids() {
        var ids = new ArrayList<Long>();
        for (var text : parameters().getOrDefault("id", List.of())) number(text).ifPresent(ids::add);
        return ids;
    }

    /// The account that a field names, or the reader's own where it names none; what is no number is nobody's id.
    long chosen(String field) {
        var text = parameter(field);
        return text.isEmpty() ? scope().accountId() : number(text).orElse(NOBODY);
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    boolean wantsFragment() {
        return request.getHeader("HX-Request") != null;
    }

    boolean fragmentFor(String target) {
        return wantsFragment() && target.equals(request.getHeader("HX-Target"));
    }

    /// Where one came from, if it is a page of ours; else the given one.
    String returnTo(String otherwise) {
        var wanted = parameter("return");
        return isOurs(wanted) ? wanted : otherwise;
    }

    /// A path on this server: nothing that a browser could read as another host.
    static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.contains("\\")
                && path.chars().allMatch(c -> c > ' ');
    }

    void say(Flash flash) {
        Flashes.keep(request, flash);
    }
}
