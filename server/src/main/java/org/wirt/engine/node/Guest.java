package org.wirt.engine.node;

import java.time.Instant;
import org.wirt.hosting.Service;

/// Somebody who is signed in to one of the node's servers at this moment.
///
/// @param who     login or address, as he gave it
/// @param process serves him and nobody else
/// @param from    address he comes from
/// @param since   when it began; too early by up to a second, never too late
record Guest(Service service, String who, ProcessHandle process, String from, Instant since) {}
