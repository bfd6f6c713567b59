package org.wirt.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `wirt plesk …`, alias `wirt bin …`: hands the words of scripts that were written for Plesk to the panel as they are,
/// and its output and exit code back.
record Dialect(Session session) {

    static final String KEY = "X-API-Key";

    private static final int GENERAL = 1;
    private static final String PASSWORD = "PSA_PASSWORD";

    static boolean is(String word) {
        return word.equals("plesk") || word.equals("bin");
    }

    /// @param typed after `plesk`; `plesk bin` is the same
    int run(List<String> typed) {
        var words = !typed.isEmpty() && typed.getFirst().equals("bin") ? typed.subList(1, typed.size()) : typed;
        if (words.isEmpty() || !words.getFirst().matches("[a-z][a-z_-]*"))
            throw new Failure(GENERAL, session.t().of("dialect-usage"));
        warn(words);
        var body = new LinkedHashMap<String, Object>();
        body.put("params", words.subList(1, words.size()));
        body.put(
                "env",
                session.around()
                        .variable(PASSWORD)
                        .map(it -> Map.of(PASSWORD, it))
                        .orElse(Map.of()));
        var token = session.panel().credentials().token();
        var answer = session.panel()
                .send("POST", "/api/v2/cli/" + words.getFirst() + "/call", Json.write(body), Map.of(KEY, token));
        return answer.isGood() ? told(Json.of(answer.body())) : refused(words.getFirst(), answer);
    }

    /// Such scripts must work unchanged, but whoever reads their output should know what everybody can see.
    private void warn(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++)
            if (words.get(i).matches("-{1,2}(passwd|ftp-passwd|password)")
                    && !words.get(i + 1).isEmpty()) {
                session.remark(session.t().of("dialect-password", words.get(i)));
                return;
            }
    }

    private int told(Json answer) {
        write(session.around().out(), answer.at("stdout").text());
        write(session.around().err(), answer.at("stderr").text());
        return (int) answer.at("code").number();
    }

    private static void write(java.io.PrintStream to, String text) {
        to.print(text);
        if (!text.isEmpty() && !text.endsWith("\n")) to.println();
        to.flush();
    }

    private int refused(String utility, Panel.Answer answer) {
        var t = session.t();
        session.remark(
                answer.status() == 404 ? t.of("dialect-unknown", utility) : new Refusals(answer.body(), t).sentences());
        return GENERAL;
    }
}
