/// Web hooks: programs elsewhere are told by HTTP of what happens.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"value", "database", "schema", "access", "audit", "listing", "operation", "account"})
package org.wirt.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
