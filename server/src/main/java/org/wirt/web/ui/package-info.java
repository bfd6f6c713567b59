/// What the templates draw: plain records that a page takes, and the reader's words and formats.
@NullMarked
package org.wirt.web.ui;

import org.jspecify.annotations.NullMarked;
