/// The door for billing systems that speak the older REST dialect of other panels, at `/api/v2`: the words of the XML
/// dialect in JSON, and nothing of its own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"value", "access", "database", "account", "subscription", "hosting", "dialect", "bin"})
package org.wirt.restv2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
