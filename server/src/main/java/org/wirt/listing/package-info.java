/// How any long list is searched, sorted and paged: by keyset, never by offset.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "schema", "access"})
package org.wirt.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
