package org.wirt.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wirt.access.Door;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDetails;
import org.wirt.value.Manner;
import org.wirt.value.Refused;

/// What the dialect can be asked, in whatever shape: packets, the old REST door, its command line. Each operation is
/// done as a packet would have it done.
@Component
public class Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(Dialect.class);

    /// What a result has that found nothing.
    private static final List<String> HEAD = List.of("status", "filter-id");

    /// So many names are read at once.
    private static final int NAMES = 5_000;

    private final Map<String, Operator> operators = new HashMap<>();
    private final Entrance entrance;
    private final Deeds deeds;
    private final Vouching vouching;
    private final Websites websites;
    private final ScopedTransaction transaction;

    Dialect(
            List<Operator> operators,
            Entrance entrance,
            Deeds deeds,
            Vouching vouching,
            Websites websites,
            ScopedTransaction transaction) {
        this.transaction = transaction;
        this.entrance = entrance;
        this.deeds = deeds;
        this.vouching = vouching;
        this.websites = websites;
        for (var operator : operators)
            for (var name : operator.names())
                if (this.operators.put(name, operator) != null)
                    throw new IllegalStateException("Two operators " + name);
    }

    /// @throws Fault saying why not
    public Exchange byKey(String key, Door door, String address) {
        return entrance.byKey(key, door, address);
    }

    /// @throws Fault saying why not
    public Exchange byPassword(String login, String password, Door door, String address) {
        return entrance.byPassword(login, password, door, address);
    }

    /// @throws Fault where there is no such operation
    private Operation operation(String operator, String name) {
        var known = operators.get(operator);
        if ((known == null || !known.operations().containsKey(name)) && Unsupported.knows(operator, name))
            return Optional.ofNullable(known)
                    .flatMap(Operator::filtered)
                    .map(Unsupported::operation)
                    .orElseGet(Unsupported::operation);
        if (known == null) throw Fault.malformed("Node " + operator + " is not expected in packet");
        var operation = known.operations().get(name);
        if (operation == null) throw Fault.malformed("Node " + name + " is not expected in " + operator);
        return Spellings.of(operator, Expected.only(known.names().getFirst(), operation));
    }

    /// @throws Fault where it cannot be understood
    public void check(String operator, Element asked) {
        operation(operator, asked.name()).check().accept(asked);
        Needs.check(operator, asked);
    }

    /// Does it and tells the results, each as it comes; what cannot be done is a result too.
    public void run(String operator, Element asked, Exchange exchange, Consumer<Element> results) {
        try {
            operation(operator, asked.name()).run().answer(asked, exchange, results);
        } catch (Fault fault) {
            results.accept(new Failed(fault.number(), fault.text()).result());
        } catch (Failed failed) {
            results.accept(failed.result());
        } catch (Refused refused) {
            if (Again.goesUp(refused)) throw refused;
            results.accept(Failed.of(refused, exchange.t()).result());
        } catch (RuntimeException e) {
            if (Again.goesUp(e)) throw e;
            LOG.error("{}/{} failed", operator, asked.name(), e);
            results.accept(new Failed(ErrorNumbers.FAILED, "Operation failed.").result());
        }
    }

    /// What is found or was done, each as it comes; what is not there gives nothing.
    ///
    /// @throws Failed when all are through, where one of them is an error: the first
    public void each(Exchange exchange, String operator, Element asked, Consumer<Element> results) {
        Characters.check(asked);
        try {
            check(operator, asked);
        } catch (Fault fault) {
            throw new Failed(fault.number(), fault.text());
        }
        var wrong = new ArrayList<Failed>();
        Manner.DIALECT.taking(() -> {
            run(operator, asked, exchange, result -> {
                if (result.text("status").equals("error"))
                    wrong.add(new Failed(Integer.parseInt(result.text("errcode")), result.text("errtext")));
                else if (!isNothing(result)) results.accept(result);
            });
            return true;
        });
        if (!wrong.isEmpty()) throw wrong.getFirst();
    }

    /// The names of all in sight, without anything else that is told of them.
    public void names(Exchange exchange, String operator, Consumer<String> names) {
        exchange.needs(Level.RESELLER);
        if (!(operators.get(operator) instanceof Named named))
            throw new IllegalArgumentException(operator + " lists no names");
        long last = 0;
        while (true) {
            long after = last;
            var some = transaction.read(exchange.scope(), () -> named.names(after, NAMES));
            some.values().forEach(names);
            if (some.size() < NAMES) return;
            last = some.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }

    public List<Element> all(Exchange exchange, String operator, Element asked) {
        var all = new ArrayList<Element>();
        each(exchange, operator, asked, all::add);
        return all;
    }

    /// Its one result.
    ///
    /// @throws Failed where it is an error, or none
    public Element one(Exchange exchange, String operator, Element asked) {
        return all(exchange, operator, asked).stream()
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Object does not exist"));
    }

    /// What no operation says: a verb on one target, done or refused in the dialect's words.
    ///
    /// @return number of what was made, where something was
    /// @throws Failed saying why not
    public Optional<Long> deed(Exchange exchange, String verb, long target, Map<String, String> input) {
        input.forEach(Characters::check);
        try {
            return Manner.DIALECT.taking(() -> deeds.start(exchange, verb, target, input));
        } catch (Refused refused) {
            if (Again.goesUp(refused)) throw refused;
            throw Failed.of(refused, exchange.t());
        }
    }

    /// Switches the website of a domain off or on again, as the status of domains does elsewhere.
    ///
    /// @throws Failed saying why not
    public void website(Exchange exchange, SiteDetails site, boolean on) {
        try {
            Manner.DIALECT.taking(() -> deeds.together(exchange, () -> {
                if (on) websites.active(exchange, site);
                else websites.disabled(exchange, site);
                return true;
            }));
        } catch (Refused refused) {
            throw Failed.of(refused, exchange.t());
        }
    }

    /// Several operations that are one: all happen or none.
    ///
    /// @throws Failed from whichever it was; then none has happened
    public <R> R together(Exchange exchange, Supplier<R> operations) {
        return deeds.together(exchange, operations);
    }

    /// What somebody shows who is to come into the panel once without a password, from anywhere.
    ///
    /// @throws Failed where there is no such account
    public String vouch(Exchange exchange, String username) {
        return vouching.token(exchange, username, Optional.empty());
    }

    /// As a document by itself.
    public static String text(Element element) {
        var bytes = new ByteArrayOutputStream();
        try (var answer = new Answer(bytes, true)) {
            answer.write(element);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isNothing(Element result) {
        return result.children().stream().allMatch(child -> HEAD.contains(child.name()));
    }
}
