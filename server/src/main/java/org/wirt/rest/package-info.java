/// The door for programs: JSON over HTTP at `/api/v1`. Thin: what can be done is read from the verbs themselves.
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
            "hook",
            "speech"
        })
package org.wirt.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
