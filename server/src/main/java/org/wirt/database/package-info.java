/// The ground the panel stands on: its data home, and the one PostgreSQL that holds the truth.
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "value")
@NullMarked
package org.wirt.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
