/// Who is calling, and what they may see and do: callers, scopes, sessions, sign-in.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema"})
package org.wirt.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
