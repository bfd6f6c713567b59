/// Letters to people, in their language: written with the deed they tell, sent when there is a mail relay.
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
            "plan",
            "subscription",
            "hook"
        })
package org.wirt.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
