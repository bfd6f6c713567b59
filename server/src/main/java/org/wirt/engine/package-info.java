/// The servers themselves, and the agent that ends what is open and no longer live.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.CLOSED,
        allowedDependencies = {"value", "database", "schema", "operation", "hosting"})
package org.wirt.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
