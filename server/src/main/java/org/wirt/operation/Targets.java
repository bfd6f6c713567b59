package org.wirt.operation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wirt.listing.Matches;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// How the targets of a kind are found. Everything happens within the scope of the transaction around it, so a foreign
/// id is simply not found.
///
/// @param <T> what the rules of its verbs must see
public interface Targets<T extends Operand> {

    /// The kind in audit lines and message keys, e.g. `customer`.
    String object();

    Class<T> type();

    List<T> load(Collection<Long> ids);

    /// The one of this number.
    ///
    /// @throws Refused as missing, also where it is somebody else's
    default T one(long id) {
        return load(List.of(id)).stream().findFirst().orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    /// Loads and locks against concurrent change until the transaction ends.
    List<T> lock(Collection<Long> ids);

    /// All that match the parameters of the kind's list; where there is no list, nothing beyond the ticked ones.
    default Matches matching(Map<String, List<String>> filter) {
        return Matches.none();
    }

    /// Targets as a room finds them anyway.
    static <T extends Operand> Targets<T> of(String object, Class<T> type, Find<T> load, Find<T> lock) {
        return of(object, type, load, lock, _ -> Matches.none());
    }

    static <T extends Operand> Targets<T> of(
            String object,
            Class<T> type,
            Find<T> load,
            Find<T> lock,
            Function<Map<String, List<String>>, Matches> matching) {
        return new Targets<>() {
            @Override
            public String object() {
                return object;
            }

            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public List<T> load(Collection<Long> ids) {
                return load.by(ids);
            }

            @Override
            public List<T> lock(Collection<Long> ids) {
                return lock.by(ids);
            }

            @Override
            public Matches matching(Map<String, List<String>> filter) {
                return matching.apply(filter);
            }
        };
    }

    /// By number, in their order.
    interface Find<T> {
        List<T> by(Collection<Long> ids);
    }
}
