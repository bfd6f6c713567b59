/// A customer's contract: its plan, its exceptions, its usage, its end.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "database",
            "schema",
            "access",
            "audit",
            "listing",
            "operation",
            "account",
            "plan"
        })
package org.wirt.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
