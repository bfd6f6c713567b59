package org.wirt.hosting;

/// What a server says in the DNS of a domain although nobody has written it.
///
/// @param site    the domain's
/// @param name    whole, as servers write it
/// @param type    also SOA, which nobody can write
/// @param content with the priority where there is one
/// @param ttl     seconds
public record DerivedRecord(long site, String name, String type, String content, int ttl) {}
