package org.wirt.dialect;

import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.speech.Texts;
import org.wirt.value.Refused;

/// Somebody being answered: on whose behalf, from where, in which words.
public record Exchange(Caller caller, Texts t) {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    public Scope scope() {
        return caller.scope();
    }

    public boolean isAdministrator() {
        return caller.level() == Level.ADMINISTRATOR;
    }

    /// Each deed is one of its own.
    Caller newDeed() {
        return caller.withRequest(UUID.randomUUID().toString());
    }

    /// @throws Failed 1006
    public void needs(Level level) {
        if (!caller.level().reaches(level)) throw Failed.notPermitted();
    }

    /// Does one thing and tells what came of it.
    ///
    /// @param whatever is added to the result also where it failed: what was filtered by
    void tell(Consumer<Element> results, Consumer<Element> whatever, Work work) {
        Element result;
        try {
            result = work.result();
        } catch (Refused refused) {
            if (Again.goesUp(refused)) throw refused;
            result = Failed.of(refused, t).result();
            whatever.accept(result);
        } catch (Failed failed) {
            result = failed.result();
            whatever.accept(result);
        } catch (Fault fault) {
            result = new Failed(fault.number(), fault.text()).result();
            whatever.accept(result);
        } catch (DuplicateKeyException e) {
            if (Again.goesUp(e)) throw e;
            result = new Failed(ErrorNumbers.EXISTS, "Object already exists.").result();
            whatever.accept(result);
        } catch (RuntimeException e) {
            if (Again.goesUp(e)) throw e;
            LOG.error("An operation of a packet failed", e);
            result = new Failed(ErrorNumbers.FAILED, "Operation failed.").result();
            whatever.accept(result);
        }
        results.accept(result);
    }

    /// The same where nothing was filtered by.
    void tell(Consumer<Element> results, Work work) {
        tell(results, _ -> {}, work);
    }

    interface Work {
        Element result();
    }
}
