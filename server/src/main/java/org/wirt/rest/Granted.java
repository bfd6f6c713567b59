package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;

/// What a subscription or a reseller holds, by a plan or beside it.
///
/// @param limits      sizes in bytes; -1 is unlimited, and so is what is not named
/// @param permissions absent keys are off
/// @param apps        that may be installed; absent: all
@JsonInclude(JsonInclude.Include.NON_NULL)
record Granted(
        Map<String, Long> limits,
        Map<String, Boolean> permissions,
        @Nullable List<String> apps,
        String overuse) {

    static Granted of(Allowance allowance) {
        return new Granted(
                allowance.limits().values(),
                allowance.permissions().values(),
                allowance.apps() instanceof Apps.Named named ? named.sorted() : null,
                allowance.overuse().name().toLowerCase(Locale.ROOT));
    }
}
