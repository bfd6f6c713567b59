/// The panel as people see it: real Chromium, both languages.
@NullMarked
package org.wirt.screens;

import org.jspecify.annotations.NullMarked;
