/// The dialect of the command line that administrators' scripts and billing systems speak, `plesk bin` elsewhere: its
/// words for what the XML dialect means, and nothing of its own.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "access", "account", "notification", "speech", "dialect"})
package org.wirt.bin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
