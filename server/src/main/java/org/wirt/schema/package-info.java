/// The tables, views and functions as Java types, generated from the migrations at every build. Every room may name
/// them; which room owns which table say the names of the migrations.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.wirt.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
