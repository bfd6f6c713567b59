/// The words every room speaks: names, addresses, amounts, refusals. Plain Java.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.CLOSED,
        allowedDependencies = {})
package org.wirt.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
