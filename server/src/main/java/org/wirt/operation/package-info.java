/// One verb on one or many targets: judge, apply, preview, jobs and their reports.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema", "access", "audit", "listing"})
package org.wirt.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
