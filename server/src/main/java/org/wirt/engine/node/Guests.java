package org.wirt.engine.node;

import java.io.IOException;
import java.util.List;

/// What a server of the node must tell the agent, so that a suspension also reaches those who are already inside.
interface Guests {

    /// Whose names these are: decides which view says who may stay.
    Kind kind();

    List<Guest> inside() throws IOException;

    /// Where their connections end, as ss(8) asks for them.
    String doors();

    enum Kind {
        FTP,
        MAIL
    }
}
