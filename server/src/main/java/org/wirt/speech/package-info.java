/// What is said to people, in their language and their way of writing numbers and dates; every door says it the same
/// way.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "operation"})
package org.wirt.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
