package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.SiteDetails;

/// Finds the mail names of a domain. Call within a scoped transaction.
@Component
class MailNames {

    static final String KIND = "mailname";
    static final String MISSING = "Mail name does not exist";

    /// Whether mail of a domain is switched on, suspended or not: what programs are told of it they say again.
    static final String SERVICE = "mailservice";

    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final KeptObjects kept;

    MailNames(Mailboxes mailboxes, Forwards forwards, KeptObjects kept) {
        this.mailboxes = mailboxes;
        this.forwards = forwards;
        this.kept = kept;
    }

    /// Those of a domain, in their order.
    record Found(Map<String, MailName> names) {

        Optional<MailName> named(String name) {
            return Optional.ofNullable(names.get(name));
        }

        /// As a name, or as another name of one.
        boolean isTaken(String name) {
            return names.containsKey(name)
                    || names.values().stream()
                            .flatMap(one -> one.aliases().stream())
                            .anyMatch(alias -> alias.local().equals(name));
        }
    }

    Found of(SiteDetails site) {
        var boxes = byName(mailboxes.ofSite(site.id()), Mailbox::local);
        var bare = byName(kept.of(KIND, site.id()), KeptObjects.One::name);
        var ways = forwards.ofSite(site.id()).stream()
                .filter(way -> !way.isNobodys())
                .toList();
        var names = Stream.of(
                        boxes.keySet().stream(),
                        bare.keySet().stream(),
                        ways.stream().filter(way -> !way.alias()).map(Forward::local))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
        var own = byName(ways.stream().filter(way -> !isAlias(way, names)).toList(), Forward::local);
        var aliases =
                ways.stream().filter(way -> isAlias(way, names)).collect(Collectors.groupingBy(MailNames::target));
        var found = new TreeMap<String, MailName>();
        Stream.of(boxes, bare, own)
                .flatMap(kind -> kind.keySet().stream())
                .forEach(name -> found.put(
                        name,
                        new MailName(
                                name,
                                Optional.ofNullable(boxes.get(name)),
                                Optional.ofNullable(own.get(name)),
                                Optional.ofNullable(bare.get(name)),
                                aliases.getOrDefault(name, List.of()))));
        return new Found(found);
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, one -> one));
    }

    /// Where its mail name is gone, or something else has come under its own name, it is a forward like others.
    private static boolean isAlias(Forward way, Set<String> names) {
        return way.alias() && !names.contains(way.local()) && names.contains(target(way));
    }

    private static String target(Forward alias) {
        var address = alias.targets().getFirst();
        return address.substring(0, address.lastIndexOf('@'));
    }
}
