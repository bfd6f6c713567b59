/// What billing systems of other panels say, in whatever shape: their words for what the rooms below mean, and nothing
/// of its own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "access",
            "audit",
            "database",
            "listing",
            "operation",
            "account",
            "plan",
            "subscription",
            "hosting",
            "speech"
        })
package org.wirt.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
