/// A filled panel to look at: `./wirt run --demo N`. Nothing of it runs without that word.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema", "access", "hosting"})
package org.wirt.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
