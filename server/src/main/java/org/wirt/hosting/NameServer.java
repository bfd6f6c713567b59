package org.wirt.hosting;

/// The server that answers for the names of all domains.
///
/// @param name    as registries are told
/// @param address where it answers
public record NameServer(String name, String address, int port) {}
