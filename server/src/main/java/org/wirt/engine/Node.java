package org.wirt.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.engine.node.PanelNodes;
import org.wirt.engine.node.Setup;

/// `./wirt node …`: a hosting node on this machine.
public final class Node {

    private static final String USAGE = """
            Usage: ./wirt node <what>

              install           make this machine a hosting node of the panel that runs on it (root, Debian 12)
              install --check   say what that would change
              install --ticket FILE   make it a node of a panel on another machine
              start | stop      the node's database, its servers and its agent
              status            what the node knows, whether it hears from the panel, which servers run;
                                its exit status is 1 when something does not run that should
              agent             the agent alone, until it is ended (start does this in the background)
              keep              starts again what has ended, where systemd does not (start does this too)
              remove            take it all away again; customers' files stay

            On the panel's machine:
              add NAME FILE     let another machine in: writes the ticket for it into FILE
              ticket NAME FILE  a new ticket for a node that there is; the old one is void
              forget NAME       forget a node that is gone and has no subscriptions any more""";

    private Node() {}

    public static void main(String[] arguments) {
        try {
            run(new Settings(System::getenv), List.of(arguments));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(refused.status());
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(StartRefused.UNUSABLE);
        }
    }

    private static void run(Settings settings, List<String> words) throws IOException {
        if (words.size() == 3 && words.subList(0, 2).equals(List.of("install", "--ticket"))) {
            Setup.take(Path.of(words.get(2)), settings);
            new Setup(settings, System.out).install();
        } else if (words.size() == 3 && words.getFirst().equals("add")) {
            new PanelNodes(settings, System.out)
                    .add(words.get(1), Path.of(words.get(2)).toAbsolutePath());
        } else if (words.size() == 3 && words.getFirst().equals("ticket")) {
            new PanelNodes(settings, System.out)
                    .renew(words.get(1), Path.of(words.get(2)).toAbsolutePath());
        } else if (words.size() == 2 && words.getFirst().equals("forget")) {
            new PanelNodes(settings, System.out).forget(words.get(1));
        } else {
            run(new Setup(settings, System.out), String.join(" ", words));
        }
    }

    private static void run(Setup setup, String what) throws IOException {
        switch (what) {
            case "install" -> setup.install();
            case "install --check" -> setup.check();
            case "start" -> setup.start();
            case "stop" -> setup.stop();
            case "status" -> {
                if (!setup.status()) System.exit(StartRefused.UNUSABLE);
            }
            case "keep" -> setup.keep();
            case "folders" -> setup.folders();
            case "agent" -> setup.agent();
            case "remove" -> setup.remove();
            default -> System.out.println(USAGE);
        }
    }
}
