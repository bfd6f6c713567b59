/// The memory: who did what to whom, when, through which door, before and after.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema", "access", "listing"})
package org.wirt.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
