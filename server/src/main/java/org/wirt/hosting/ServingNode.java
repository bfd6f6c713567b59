package org.wirt.hosting;

import java.nio.file.Path;

/// A node whose own servers give the services, in place of those of the panel's process.
///
/// @param homes   the folder of its subscriptions' homes, which its agent makes
/// @param address where its servers are reached
public record ServingNode(Path homes, String address, ServicePorts ports) {}
