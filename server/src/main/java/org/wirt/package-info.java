/// Wirt, a web hosting control panel: the start, and one room per package.
@NullMarked
package org.wirt;

import org.jspecify.annotations.NullMarked;
