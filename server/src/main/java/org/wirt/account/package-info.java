/// The tree of people: administrator, resellers, customers, their users; status and its reasons.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema", "access", "audit", "listing", "operation"})
package org.wirt.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
