/// Web, FTP, SFTP and mail inside the panel's own process: no root, one command, everything live.
@NullMarked
package org.wirt.engine.embedded;

import org.jspecify.annotations.NullMarked;
