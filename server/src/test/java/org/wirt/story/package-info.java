/// Stories across rooms: what people do in the panel and what follows from it everywhere.
@NullMarked
package org.wirt.story;

import org.jspecify.annotations.NullMarked;
