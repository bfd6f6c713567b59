package org.wirt.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wirt.plan.Limits;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.WrittenNumber;

/// How many customers new resellers may have, as it was typed for each.
///
/// @param customers blank: without limit
/// @param numbers the language in which they were typed
record CustomersAllowed(Map<Long, String> customers, Locale numbers) {

    /// @throws Refused naming every field that cannot be read
    CustomersAllowed {
        var wrong = new ArrayList<Refusal>();
        customers.forEach((id, typed) -> {
            try {
                number(typed, numbers);
            } catch (InvalidValue e) {
                wrong.add(e.in("customers." + id));
            }
        });
        if (!wrong.isEmpty()) throw new Refused(wrong);
    }

    Map<Long, Long> numbered() {
        var numbered = new HashMap<Long, Long>();
        customers.forEach((id, typed) -> numbered.put(id, number(typed, numbers)));
        return numbered;
    }

    private static long number(String typed, Locale numbers) {
        return typed.isBlank() ? Limits.UNLIMITED : WrittenNumber.readWhole(typed, numbers);
    }
}
