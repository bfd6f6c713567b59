package org.wirt.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Somebody at a terminal, and a panel that answers him.
abstract class TypingTest {

    static final String VERBS = """
            [{"name":"customer.suspend","title":"Suspend","on":"customer","undoable":true,"input":[
               {"name":"reason","type":"Optional","secret":false},{"name":"tell","type":"boolean","secret":false}]},
             {"name":"customer.create","title":"Add customer","on":"customer","undoable":false,"input":[
               {"name":"contactName","type":"ContactName","secret":false},{"name":"password","type":"String","secret":true},
               {"name":"repeat","type":"Optional","secret":true}]},
             {"name":"plan.create","title":"Add plan","on":"plan","undoable":false,"input":[
               {"name":"limit","type":"Map","secret":false}]},
             {"name":"mailbox.remove","title":"Remove","on":"mailbox","undoable":false,"input":[]}]""";
    static final String ADLER =
            "{\"id\":5,\"username\":\"gasthof-adler\",\"contactName\":\"Gasthof Adler\",\"status\":{\"active\":false,\"reasons\":[\"admin\"],\"above\":[]}}";
    static final String JOB =
            "{\"id\":9,\"verb\":\"customer.suspend\",\"state\":\"done\",\"over\":true,\"total\":1,\"counts\":{\"done\":1},\"name\":\"Gasthof Adler\"}";
    static final String AHEAD =
            "{\"total\":2,\"judged\":2,\"allowed\":1,\"unchanged\":0,\"refused\":1,\"rows\":[{\"id\":5,\"name\":\"Gasthof Adler\",\"verdict\":\"allowed\"},"
                    + "{\"id\":6,\"name\":\"Hirsch\",\"verdict\":\"refused\",\"why\":{\"code\":\"x\",\"detail\":\"Not this one.\"}}]}";

    static final String DESCRIPTION = "GET /api/v1/openapi.json";
    static final String DESCRIBED =
            "{\"paths\":{\"/api/v1/customers\":{\"get\":{\"parameters\":[{\"name\":\"status\"}]}}}}";
    static final String MISSPELLED =
            "{\"errors\":[{\"field\":\"statsu\",\"code\":\"filter-unknown\",\"detail\":\"No.\"}]}";

    @TempDir
    Path home;

    Typing somebody;

    @BeforeEach
    void aPanel() {
        somebody = new Typing(home)
                .answers("GET /api/v1", 200, "{\"username\":\"admin\",\"account\":1}")
                .answers("GET /api/v1/verbs", 200, VERBS)
                .answers("GET /api/v1/customers", 200, "{\"rows\":[" + ADLER + "],\"count\":{\"number\":1}}")
                .answers("POST /api/v1/verbs/customer.suspend", 200, JOB)
                .answers("POST /api/v1/verbs/customer.create", 200, JOB)
                .answers("POST /api/v1/verbs/plan.create", 200, JOB)
                .answers("POST /api/v1/verbs/customer.suspend/preview", 200, AHEAD);
    }

    @AfterEach
    void gone() {
        somebody.close();
    }
}
