/// The door for billing systems that speak the XML dialect of other panels, at `/enterprise/control/agent.php`: packets
/// in, answers out.
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "access", "dialect"})
package org.wirt.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
