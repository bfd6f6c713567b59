/// What is sold: plans, allowances, the catalogue.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"value", "database", "schema", "access", "audit", "listing", "operation", "account"})
package org.wirt.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
