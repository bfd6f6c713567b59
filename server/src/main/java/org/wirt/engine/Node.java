package org.wirt.engine;

import java.io.IOException;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.engine.node.Setup;

/// `./wirt node …`: a hosting node on this machine.
public final class Node {

    private static final String USAGE = """
            Usage: ./wirt node <what>

              install           make this machine a hosting node of the panel that runs on it (root, Debian 12)
              install --check   say what that would change
              start | stop      the node's database, its servers and its agent
              status            what the node knows, whether it hears from the panel, which servers run
              agent             the agent alone, until it is ended (start does this in the background)
              remove            take it all away again; customers' files stay""";

    private Node() {}

    public static void main(String[] arguments) {
        try {
            run(new Setup(new Settings(System::getenv), System.out), String.join(" ", arguments));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(refused.status());
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(StartRefused.UNUSABLE);
        }
    }

    private static void run(Setup setup, String what) throws IOException {
        switch (what) {
            case "install" -> setup.install();
            case "install --check" -> setup.check();
            case "start" -> setup.start();
            case "stop" -> setup.stop();
            case "status" -> setup.status();
            case "agent" -> setup.agent();
            case "remove" -> setup.remove();
            default -> System.out.println(USAGE);
        }
    }
}
