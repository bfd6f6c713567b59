/// Measurements of the running panel, kept with date, machine and command.
@NullMarked
package org.wirt.bench;

import org.jspecify.annotations.NullMarked;
