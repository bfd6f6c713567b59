/// The door for billing systems that speak the XML dialect of other panels, at `/enterprise/control/agent.php`: its
/// words
/// for what the rooms below mean, and nothing of its own.
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
package org.wirt.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
