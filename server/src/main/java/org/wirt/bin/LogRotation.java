package org.wirt.bin;

import java.util.List;
import org.wirt.dialect.Element;

/// What options say of the log files and statistics of the sites of a plan, as nodes of the dialect and back.
final class LogRotation {

    static final String SWITCH = "log-rotate";
    static final String MONTHS = "keep_traf_stat";

    private static final List<String> CONDITIONS = List.of("log-bysize", "log-bytime");
    private static final List<String> DETAILS = List.of("log-max-num-files", "log-compress");

    static final List<String> OPTIONS =
            List.of(SWITCH, "log-bysize", "log-bytime", "log-max-num-files", "log-compress", MONTHS);

    private LogRotation() {}

    /// Details without the switch leave it as it is.
    static void write(Line line, Element node) {
        var rotation = new Element("log-rotation");
        var on = line.option(SWITCH).map(Line::bool);
        var details = on.filter(yes -> yes).map(_ -> new Element("on")).orElse(rotation);
        for (var condition : CONDITIONS)
            line.option(condition)
                    .ifPresent(value -> details.add(new Element("log-condition")
                            .add(condition, condition.equals("log-bysize") ? Sizes.read(value) : value)));
        for (var detail : DETAILS) line.option(detail).ifPresent(value -> details.add(detail, value));
        if (on.isPresent()) rotation.add(on.get() ? details : new Element("off"));
        if (!rotation.children().isEmpty()) node.add(rotation);
        line.option(MONTHS).ifPresent(months -> node.add(new Element("preferences").add("stat", months)));
    }

    /// Of what has none nothing is told.
    static void tell(Element plan, Sheet sheet) {
        plan.child("log-rotation").ifPresent(rotation -> {
            sheet.row(SWITCH, String.valueOf(rotation.has("on")));
            var on = rotation.part("on");
            for (var condition : on.part("log-condition").children()) sheet.row(condition.name(), condition.text());
            for (var detail : DETAILS) if (on.has(detail)) sheet.row(detail, on.text(detail));
        });
        plan.child("preferences").ifPresent(said -> sheet.row(MONTHS, said.text("stat")));
    }
}
