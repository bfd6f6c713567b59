/// The command line: a thin client of the REST door that starts at once.
@NullMarked
package org.wirt.cli;

import org.jspecify.annotations.NullMarked;
